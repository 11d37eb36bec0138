package dev.dryrun.apply;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.model.ColumnStatistics;
import dev.dryrun.model.ExtendedStatistics;
import dev.dryrun.model.Reading;
import dev.dryrun.model.TableStatistics;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Writes the data of extended statistics objects. No server up to 18 has a function for it, nor do
/// its types take any input: bytes are taken for theirs by casts that last as long as the
/// transaction. Only a superuser may.
///
/// @param database where
/// @param target who answers there
/// @param catalog what was captured: its definitions say in which order an object has its columns
/// @param types where types are looked up
/// @param tally counts
/// @param casts the casts that were made
record ExtendedWriter(
        Database database,
        Target target,
        Catalog catalog,
        ValueTypes types,
        Tally tally,
        Set<String> casts) {

    private static final int FIRST_WITH_INHERITED = 15;

    private static final String CLEAR =
            """
            DELETE FROM pg_statistic_ext_data
            WHERE stxoid IN (SELECT oid FROM pg_statistic_ext WHERE stxrelid = ?::oid)
            """;

    /// On 14 the row is there as long as the object is.
    private static final String EMPTY =
            """
            UPDATE pg_statistic_ext_data
            SET stxdndistinct = NULL, stxddependencies = NULL, stxdmcv = NULL, stxdexpr = NULL
            WHERE stxoid IN (SELECT oid FROM pg_statistic_ext WHERE stxrelid = ?::oid)
            """;

    private static final String BYTES = "bytea";

    private static final String PLAIN =
            """
            WITH RECURSIVE chain (oid) AS (
                SELECT ?::oid
                UNION ALL
                SELECT t.typbasetype FROM chain JOIN pg_type t ON t.oid = chain.oid
                WHERE t.typtype = 'd'
            )
            SELECT t.oid::regtype::text
            FROM chain JOIN pg_type t ON t.oid = chain.oid
            WHERE t.typtype = 'b' AND t.typlen = -1 AND t.typelem = 0
              AND t.oid <> 'bytea'::regtype
            """;

    private static final String EXPRESSION_ROW =
            "ROW(0::oid, 0::int2, false, ?::real, ?::int, ?::real"
                    + ", ?::int2".repeat(StatisticsSlot.COUNT)
                    + ", ?::oid".repeat(2 * StatisticsSlot.COUNT)
                    + ", ?::real[]".repeat(StatisticsSlot.COUNT)
                    + ", array_in(textout(?::text), ?::oid, -1)".repeat(StatisticsSlot.COUNT)
                    + ")::pg_statistic";

    static ExtendedWriter of(
            Database database, Target target, Catalog catalog, ValueTypes types, Tally tally) {
        return new ExtendedWriter(database, target, catalog, types, tally, new LinkedHashSet<>());
    }

    void apply(TargetRelation table, TableStatistics captured) throws SQLException {
        boolean inheritedKnown = target.major() >= FIRST_WITH_INHERITED;
        if (target.superuser()) {
            database.update(inheritedKnown ? CLEAR : EMPTY, table.oid());
        }
        for (ExtendedStatistics object : captured.extended()) {
            String name = "statistics " + object.name().display();
            Optional<TargetStatistics> found = TargetStatistics.of(database, table, object.name());
            if (found.isEmpty()) {
                tally.missing(name);
            } else if (!target.superuser()) {
                tally.leftOut(name, "only a superuser can write extended statistics");
            } else if (object.distinct() instanceof Reading.Absent<?>(Reading.Reason why)
                    && why == Reading.Reason.NO_PRIVILEGE) {
                tally.leftOut(name, "not captured: no privilege");
            } else if (inheritedKnown || !object.inherited()) {
                makeCasts(found.get());
                Optional<SQLException> failure =
                        database.attempt(() -> write(name, table, found.get(), object));
                if (failure.isPresent()) {
                    tally.leftOut(
                            name,
                            "the server refused it (SQLSTATE " + failure.get().getSQLState() + ")");
                }
            }
        }
    }

    /// Drops the casts that were made.
    void end() throws SQLException {
        for (String cast : casts) {
            database.execute("DROP CAST " + cast);
        }
        casts.clear();
    }

    private void write(
            String name, TargetRelation table, TargetStatistics here, ExtendedStatistics captured)
            throws SQLException {
        List<String> order =
                catalog.table(table.name()).stream()
                        .flatMap(it -> it.statistics().stream())
                        .filter(it -> it.name().equals(captured.name()))
                        .findFirst()
                        .map(it -> it.columns())
                        .orElse(here.columns());
        if (order.size() != here.columns().size() || !here.columns().containsAll(order)) {
            tally.leftOut(name, "it is over other columns here");
            return;
        }
        Optional<Combinations> distinct = captured.distinct().known().map(Combinations::of);
        Optional<Combinations> dependencies = captured.dependencies().known().map(Combinations::of);
        NavigableSet<Integer> numbers = new TreeSet<>();
        distinct.ifPresent(it -> numbers.addAll(it.columns()));
        dependencies.ifPresent(it -> numbers.addAll(it.columns()));
        boolean told = numbers.size() == order.size();
        List<Integer> before = List.copyOf(told ? numbers : new TreeSet<>(here.numbers()));
        List<Integer> after =
                order.stream().map(it -> here.numbers().get(here.columns().indexOf(it))).toList();
        if (!before.containsAll(numbers)) {
            tally.leftOut(name, "its columns cannot be told apart");
            return;
        }
        List<@Nullable Object> values = new ArrayList<>();
        values.add(
                distinct.map(it -> it.renumbered(n -> other(n, before, after)).distinctHex())
                        .orElse(null));
        values.add(
                dependencies
                        .map(it -> it.renumbered(n -> other(n, before, after)).dependenciesHex())
                        .orElse(null));
        values.add(common(name, here, captured, order).orElse(null));
        insert(here, captured, values);
        tally.extended();
    }

    private static Integer other(Integer number, List<Integer> before, List<Integer> after) {
        return number < 0 ? number : after.get(before.indexOf(number));
    }

    private Optional<String> common(
            String name, TargetStatistics here, ExtendedStatistics captured, List<String> order)
            throws SQLException {
        if (captured.mostCommonValues().known().isEmpty()) {
            return Optional.empty();
        }
        List<Long> kinds = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (String column : order) {
            kinds.add(here.types().get(here.columns().indexOf(column)));
        }
        for (String column : here.columns()) {
            places.add(order.indexOf(column));
        }
        for (TargetStatistics.Expression expression : here.expressions()) {
            places.add(kinds.size());
            kinds.add(expression.type());
        }
        boolean readable = true;
        for (long type : kinds) {
            Optional<String> plain = plain(type);
            readable &= plain.isEmpty() || castable(plain.get(), BYTES);
        }
        Optional<String> hex =
                readable
                        ? new CommonCombinations(database).hex(captured, kinds, places)
                        : Optional.empty();
        if (hex.isEmpty()) {
            tally.leftOut(name, "its common combinations cannot be made here; the rest is written");
        }
        return hex;
    }

    private void insert(
            TargetStatistics here, ExtendedStatistics captured, List<@Nullable Object> values)
            throws SQLException {
        List<@Nullable Object> parameters = new ArrayList<>(values);
        List<String> rows = new ArrayList<>();
        for (TargetStatistics.Expression expression : here.expressions()) {
            Optional<ColumnValues> known =
                    captured.expressions().stream()
                            .filter(it -> it.column().equals(expression.text()))
                            .findFirst()
                            .flatMap(ExtendedWriter::values);
            rows.add(known.isPresent() ? EXPRESSION_ROW : "NULL::pg_statistic");
            if (known.isPresent()) {
                parameters.addAll(
                        CatalogueRows.row(
                                known.get(),
                                StatisticsSlot.of(
                                        types,
                                        expression.type(),
                                        expression.collation(),
                                        known.get())));
            }
        }
        String data =
                "decode(?::text, 'hex')::pg_ndistinct, decode(?::text, 'hex')::pg_dependencies,"
                        + " decode(?::text, 'hex')::pg_mcv_list, "
                        + (captured.expressions().isEmpty()
                                ? "NULL::pg_statistic[]"
                                : "ARRAY[" + String.join(", ", rows) + "]");
        if (target.major() >= FIRST_WITH_INHERITED) {
            database.update(
                    "INSERT INTO pg_statistic_ext_data SELECT %d, %b, %s"
                            .formatted(here.oid(), captured.inherited(), data),
                    parameters.toArray());
        } else {
            database.update(
                    "UPDATE pg_statistic_ext_data SET (stxdndistinct, stxddependencies, stxdmcv,"
                            + " stxdexpr) = (SELECT "
                            + data
                            + ") WHERE stxoid = "
                            + here.oid(),
                    parameters.toArray());
        }
        // Reading them back reads their bytes: what is wrong fails here, and is taken back.
        database.list(
                "SELECT stxdndistinct::text, stxddependencies::text, stxdexpr::text,"
                        + " (SELECT count(*) FROM pg_mcv_list_items(stxdmcv))"
                        + " FROM pg_statistic_ext_data WHERE stxoid = ?::oid",
                row -> row.getRow(),
                here.oid());
    }

    private static Optional<ColumnValues> values(ColumnStatistics statistics) {
        return Optional.ofNullable(ColumnValues.of(statistics));
    }

    /// Outside of what may be taken back, as [#end] drops them.
    private void makeCasts(TargetStatistics here) throws SQLException {
        cast(BYTES, "pg_ndistinct");
        cast(BYTES, "pg_dependencies");
        cast(BYTES, "pg_mcv_list");
        List<Long> all = new ArrayList<>(here.types());
        here.expressions().forEach(expression -> all.add(expression.type()));
        for (long type : all) {
            Optional<String> plain = plain(type);
            if (plain.isPresent()) {
                cast(plain.get(), BYTES);
            }
        }
    }

    /// {@return the type in SQL when its values can be taken for bytes, a domain's base type for
    /// it; `bytea` itself needs no cast}
    private Optional<String> plain(long type) throws SQLException {
        return database.first(PLAIN, row -> row.getString(1), type);
    }

    private void cast(String from, String to) throws SQLException {
        String cast = "(" + from + " AS " + to + ")";
        if (!castable(from, to)
                && database.attempt(
                                () -> database.execute("CREATE CAST " + cast + " WITHOUT FUNCTION"))
                        .isEmpty()) {
            casts.add(cast);
        }
    }

    private boolean castable(String from, String to) throws SQLException {
        return database.first(
                        "SELECT 1 FROM pg_cast WHERE castsource = ?::regtype"
                                + " AND casttarget = ?::regtype AND castmethod = 'b'",
                        row -> row.getInt(1),
                        from,
                        to)
                .isPresent();
    }
}
