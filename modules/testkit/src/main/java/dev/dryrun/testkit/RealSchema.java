package dev.dryrun.testkit;

import java.util.Arrays;
import java.util.List;

/// A schema that others made and use, out of their published package.
///
/// The build copies the packages to `target/schemas`; nothing of them is in the source tree.
public enum RealSchema {
    /// Flowable, a workflow engine: some forty tables.
    FLOWABLE,
    /// DSpace, a repository: twenty years of migrations, one after the other.
    DSPACE,
    /// Quartz, a scheduler.
    QUARTZ,
    /// Spring Batch.
    SPRING_BATCH,
    /// Graphile Worker, a job queue: functions, triggers and row-level security. From npm.
    GRAPHILE_WORKER,
    /// Logto, an identity server: eighty tables, each with policies, triggers and grants to a
    /// role. From npm.
    LOGTO;

    /// {@return the schemas whose packages the build has fetched: those from Maven, and under
    ///   `-Ddryrun.test.all=true` those from npm too}
    public static List<RealSchema> available() {
        boolean all = Boolean.getBoolean("dryrun.test.all");
        return Arrays.stream(values()).filter(schema -> all || !schema.isFromNpm()).toList();
    }

    private boolean isFromNpm() {
        return this == GRAPHILE_WORKER || this == LOGTO;
    }

    /// Makes the schema in a fresh database.
    ///
    /// @param server where
    /// @return the name of the database
    public String load(PostgresServer server) {
        String database = server.freshDatabase();
        for (String script : scripts(database)) {
            server.execute(database, script);
        }
        return database;
    }

    private List<String> scripts(String database) {
        return switch (this) {
            case FLOWABLE -> RealSchemaScripts.flowable();
            case DSPACE -> RealSchemaScripts.dspace();
            case QUARTZ -> RealSchemaScripts.quartz();
            case SPRING_BATCH -> RealSchemaScripts.springBatch();
            case GRAPHILE_WORKER -> RealSchemaScripts.graphileWorker();
            case LOGTO -> LogtoScripts.of(database);
        };
    }
}
