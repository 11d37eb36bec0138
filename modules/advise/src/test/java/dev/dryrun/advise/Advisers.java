package dev.dryrun.advise;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.model.Advice;
import dev.dryrun.pgquery.PgQuery;
import dev.dryrun.pgquery.PsqlScript;
import dev.dryrun.query.QueryCheck;
import dev.dryrun.query.QuerySettings;
import java.util.List;

/// Makes advisers, and asks them as the command does.
final class Advisers {

    private Advisers() {}

    static Adviser of(Catalog catalog) {
        return of(catalog, QuerySettings.ALL);
    }

    private static Adviser of(Catalog catalog, QuerySettings settings) {
        PgQuery parser = PgQuery.load();
        return new Adviser(parser, catalog, new QueryCheck(parser, catalog, settings), settings);
    }

    static List<Advice> ofQuery(Catalog catalog, String sql) {
        return ofQuery(catalog, sql, QuerySettings.ALL);
    }

    static List<Advice> ofQuery(Catalog catalog, String sql, QuerySettings settings) {
        QueryCheck check = new QueryCheck(PgQuery.load(), catalog, settings);
        return of(catalog, settings).ofQuery(check.read(PsqlScript.of(sql)));
    }

    static List<Advice> ofPlan(Catalog catalog, String plan) {
        return of(catalog).ofPlan(PlanReader.read("plan.txt", plan).getFirst());
    }
}
