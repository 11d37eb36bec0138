package dev.dryrun.mcp.tool;

import dev.dryrun.pgquery.PgQuery;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The parser, loaded by the first call that needs it. For one thread.
final class LoadedParser implements Supplier<PgQuery> {

    private @Nullable PgQuery parser;

    @Override
    public PgQuery get() {
        PgQuery loaded = parser == null ? PgQuery.load() : parser;
        parser = loaded;
        return loaded;
    }
}
