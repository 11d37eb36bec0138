package dev.dryrun.json;

import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.ServerInfo;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A schema as [DumpWriter] writes it.
///
/// @param server where the schema was read
/// @param takenAt when, by the server's clock
/// @param objects in the file's order; no two are about the same thing
public record Dump(ServerInfo server, Instant takenAt, List<SchemaObject> objects) {

    /// The version of the form that is written, and the newest that is read.
    public static final long FORMAT = 1;

    static final String FORMAT_MEMBER = "dryrun_dump";

    public Dump {
        objects = List.copyOf(objects);
    }

    /// {@return the dump}
    ///
    /// @param text what a [DumpWriter] wrote
    /// @throws MalformedJsonException when it is not a dump, is of a newer form, or has an object
    ///   twice; the message says which object cannot be read
    public static Dump read(String text) throws MalformedJsonException {
        Fields in = Fields.of(Json.parse(text));
        if (in.object().get(FORMAT_MEMBER) == null) {
            throw new MalformedJsonException("it is JSON, but not what dump-schema writes");
        }
        long format = in.whole(FORMAT_MEMBER);
        if (format != FORMAT) {
            throw new MalformedJsonException(
                    "it is a dump of form " + format + ", and this DryRun reads " + FORMAT);
        }
        JsonValue server = in.object().get("server");
        if (server == null || !(in.object().get("objects") instanceof JsonArray array)) {
            throw new MalformedJsonException("\"server\" or \"objects\" is missing");
        }
        return new Dump(ServerJson.fromJson(server), instant(in.text("taken_at")), objects(array));
    }

    private static List<SchemaObject> objects(JsonArray array) throws MalformedJsonException {
        List<SchemaObject> objects = new ArrayList<>();
        Set<ObjectRef> seen = new HashSet<>();
        for (JsonValue element : array.elements()) {
            SchemaObject object = object(element, objects.size() + 1);
            if (!seen.add(object.about())) {
                throw new MalformedJsonException(
                        "object " + (objects.size() + 1) + " is there twice");
            }
            objects.add(object);
        }
        return objects;
    }

    private static SchemaObject object(JsonValue json, int number) throws MalformedJsonException {
        try {
            if (DocumentJson.fromJson(json) instanceof SchemaObject object) {
                return object;
            }
        } catch (MalformedJsonException e) {
            throw new MalformedJsonException("object " + number + ": " + e.getMessage());
        }
        throw new MalformedJsonException("object " + number + " is no definition");
    }

    private static Instant instant(String text) throws MalformedJsonException {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw Fields.wrong("taken_at", "a time");
        }
    }
}
