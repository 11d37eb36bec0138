package dev.dryrun.dba;

import dev.dryrun.capture.CaptureSession;
import dev.dryrun.ddl.DdlScript;
import dev.dryrun.json.DumpWriter;
import dev.dryrun.masking.Masker;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.ServerInfo;
import dev.dryrun.report.VisibleText;
import java.io.IOException;
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

    /// What there is to say of what was written.
    ///
    /// @param hash that of the objects; null where the form has none
    /// @param gaps what was not captured and hence could not be written, one line each
    record Written(@Nullable String hash, List<String> gaps) {}

    /// Writes it as JSON.
    ///
    /// @param out where to; not closed
    /// @param pretty whether objects are spread over lines
    /// @param name what to call it; null for no name
    Written writeJson(Writer out, boolean pretty, @Nullable String name) {
        DumpWriter writer = new DumpWriter(out, pretty, server, takenAt, name);
        objects.forEach(writer::add);
        return new Written(writer.end().hex(), List.of());
    }

    /// Writes it as SQL that makes it again.
    ///
    /// @param out where to; not closed
    /// @param name what to call it; null for no name
    Written writeSql(Writer out, @Nullable String name) throws IOException {
        DdlScript script = new DdlScript(server.major());
        objects.forEach(script::add);
        String title =
                "schema of "
                        + server.database()
                        + (name == null ? "" : " (" + name + ")")
                        + ", PostgreSQL "
                        + server.version()
                        + ", read at "
                        + takenAt;
        out.write("-- " + VisibleText.of(title) + "\n");
        script.writeTo(out);
        out.flush();
        return new Written(null, script.gaps());
    }
}
