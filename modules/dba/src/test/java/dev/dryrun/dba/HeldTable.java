package dev.dryrun.dba;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.testkit.PostgresServer;
import java.util.concurrent.TimeUnit;

/// A table `t` that somebody holds ACCESS EXCLUSIVE until this is closed.
final class HeldTable implements AutoCloseable {

    private final PostgresServer server;
    private final String database;
    private final Thread holder;

    HeldTable(PostgresServer server, String database) throws InterruptedException {
        this.server = server;
        this.database = database;
        holder = Thread.ofPlatform().daemon().start(this::hold);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (server.query("postgres", sessions("pid", "wait_event = 'PgSleep'")).isEmpty()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    @Override
    public void close() {
        server.query("postgres", sessions("pg_terminate_backend(pid)", "true"));
        try {
            holder.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String sessions(String what, String condition) {
        return "SELECT %s FROM pg_stat_activity WHERE datname = '%s' AND %s"
                .formatted(what, database, condition);
    }

    private void hold() {
        try {
            server.execute(
                    database,
                    "BEGIN; LOCK TABLE t IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(120); COMMIT");
        } catch (IllegalStateException e) {
            assertThat(e).hasMessageContaining("terminat");
        }
    }
}
