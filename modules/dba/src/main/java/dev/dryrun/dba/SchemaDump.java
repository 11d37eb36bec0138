package dev.dryrun.dba;

import dev.dryrun.capture.CaptureSession;
import dev.dryrun.json.DumpWriter;
import dev.dryrun.masking.Masker;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.ServerInfo;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A schema on its way to a file: in memory, because two dumps can be compared only if their
/// objects stand in one order, and because nothing is written before all of it was read.
///
/// @param server where it was read
/// @param takenAt when, by the server's clock
/// @param objects masked, in the order of their references
record SchemaDump(ServerInfo server, Instant takenAt, List<SchemaObject> objects) {

    /// What the server has and no schema: a dump never holds it.
    static final Set<ObjectKind> OUTSIDE =
            Set.of(ObjectKind.ROLE, ObjectKind.TABLESPACE, ObjectKind.SETTING);

    SchemaDump {
        List<SchemaObject> sorted = new ArrayList<>(objects);
        sorted.sort(Comparator.comparing(SchemaObject::about));
        objects = List.copyOf(sorted);
    }

    /// {@return the schema that a session sees}
    ///
    /// @param session an open one
    /// @param masker what every object goes through
    static SchemaDump read(CaptureSession session, Masker masker) {
        List<SchemaObject> objects = new ArrayList<>();
        session.readSchema(object -> objects.add(masker.mask(object).document()));
        return new SchemaDump(session.server(), session.takenAt(), objects);
    }

    /// Writes it as JSON.
    ///
    /// @param out where to; not closed
    /// @param pretty whether objects are spread over lines
    /// @param name what to call it; null for no name
    /// @return the hash of the objects
    String writeJson(Writer out, boolean pretty, @Nullable String name) {
        DumpWriter writer = new DumpWriter(out, pretty, server, takenAt, name);
        objects.forEach(writer::add);
        return writer.end().hex();
    }
}
