package dev.dryrun.query.pattern;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.samples.CapturedDatabase;
import dev.dryrun.testkit.PostgresVersion;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives the tests of all rules one database, made and captured once.
final class PatternDatabase implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == PatternTester.class;
    }

    @Override
    public PatternTester resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Opened opened =
                context.getRoot()
                        .getStore(Namespace.create(PatternDatabase.class))
                        .computeIfAbsent(Opened.class, _ -> open(), Opened.class);
        return new PatternTester(opened.database, opened.catalog);
    }

    private record Opened(CapturedDatabase database, Catalog catalog) implements AutoCloseable {
        @Override
        public void close() {
            catalog.close();
            database.close();
        }
    }

    private static Opened open() {
        CapturedDatabase database =
                CapturedDatabase.of(
                        PostgresVersion.V18, PatternTester.file("src/test/patterns/schema.sql"));
        database.execute("VACUUM (ANALYZE)");
        // As if it had never been analysed, and as if it were huge.
        database.execute("UPDATE pg_class SET reltuples = -1 WHERE oid = 'fresh'::regclass");
        database.execute("UPDATE pg_class SET reltuples = 12.3e6 WHERE oid = 'log'::regclass");
        database.execute("UPDATE pg_class SET reltuples = 2e6 WHERE relname LIKE 'reading_%'");
        database.capture();
        return new Opened(database, database.open());
    }
}
