package dev.dryrun.json;

import dev.dryrun.model.ServerInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a dumped schema says of itself, beside its objects.
///
/// @param server where the schema was read
/// @param takenAt when, by the server's clock
/// @param source what whoever dumped it called it; null when they did not
/// @param schemaHash the hash of the objects, equal to that of a snapshot of the same schema
/// @param objectCount how many objects there are
public record Dump(
        ServerInfo server,
        Instant takenAt,
        @Nullable String source,
        ContentHash schemaHash,
        int objectCount) {

    /// The version of the form that is written, and the newest that is read.
    public static final long FORMAT = 1;

    /// The stream that a dump is of.
    static final String STREAM = "schema";

    static final String FORMAT_MEMBER = "dryrun_dump";
    static final String SOURCE_MEMBER = "source";
    static final String SERVER_MEMBER = "server";
    static final String TAKEN_MEMBER = "taken_at";
    static final String OBJECTS_MEMBER = "objects";
    static final String HASH_MEMBER = "schema_hash";
}
