package dev.dryrun.capture;

import dev.dryrun.model.CapturedQuery;
import dev.dryrun.model.QueryCounters;
import dev.dryrun.model.QueryMember;
import dev.dryrun.model.QueryStatisticsInfo;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Reading.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Reads `pg_stat_statements`, wherever it is installed and whatever its version.
final class QueryReader {

    private static final String HIDDEN = "<insufficient privilege>";
    private static final Comparator<CapturedQuery> LONGEST_FIRST =
            Comparator.<CapturedQuery>comparingDouble(
                            query -> -query.member().counters().totalTimeMs())
                    .thenComparingLong(query -> query.member().queryid());

    private final Connection connection;
    private final long rowCap;
    private final Map<Long, CapturedQuery> queries = new HashMap<>();
    private Reading<Long> rows = Reading.absent(Reason.NONE_KEPT);
    private long hidden;
    private long dropped;

    QueryReader(Connection connection, long rowCap) {
        this.connection = connection;
        this.rowCap = rowCap;
    }

    private record Extension(String version, String schema) {}

    private record Resets(Reading<Instant> resetAt, Reading<Long> dealloc) {

        static Resets absent(Reason reason) {
            return new Resets(Reading.absent(reason), Reading.absent(reason));
        }
    }

    QueryStatisticsInfo read(Consumer<? super CapturedQuery> consumer) throws SQLException {
        SortedMap<String, String> settings = settings();
        Reading<Extension> extension = extension();
        Resets before = Resets.absent(Reason.NONE_KEPT);
        Resets after = before;
        if (extension instanceof Reading.Measured<Extension>(Extension found)) {
            before = info(found.schema);
            statements(found.schema, settings);
            after = info(found.schema);
        }
        queries.values().stream().sorted(LONGEST_FIRST).limit(rowCap).forEach(consumer);
        return new QueryStatisticsInfo(
                extension.map(Extension::version),
                settings,
                rows,
                hidden,
                dropped,
                rowCap,
                before.resetAt,
                before.dealloc,
                after.resetAt,
                after.dealloc);
    }

    private Reading<Extension> extension() throws SQLException {
        try (Rows row = new CatalogQuery("query_extension").run(connection)) {
            return row.next()
                    ? Reading.measured(new Extension(row.text("version"), row.text("quoted")))
                    : Reading.absent(Reason.NONE_KEPT);
        }
    }

    private SortedMap<String, String> settings() throws SQLException {
        SortedMap<String, String> settings = new TreeMap<>();
        try (Rows row = new CatalogQuery("query_settings").run(connection)) {
            while (row.next()) {
                settings.put(row.text("name"), row.text("setting"));
            }
        }
        return settings;
    }

    private Resets info(String schema) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Rows row = new CatalogQuery("query_info").runIn(connection, schema)) {
            row.next();
            return new Resets(row.time("stats_reset"), row.count("dealloc"));
        } catch (SQLException e) {
            Reason reason = NodeReader.why(e);
            connection.rollback(before);
            return Resets.absent(reason);
        }
    }

    private void statements(String schema, SortedMap<String, String> settings) throws SQLException {
        boolean timed = settings.getOrDefault("track_io_timing", "off").equals("on");
        Savepoint before = connection.setSavepoint();
        try (Rows row = new CatalogQuery("query_statistics").runIn(connection, schema)) {
            if (!row.has("total_exec_time")) {
                rows = Reading.absent(Reason.UNSUPPORTED_VERSION);
                return;
            }
            while (row.next()) {
                if (!row.has("toplevel") || row.flag("toplevel")) {
                    add(row, timed);
                }
            }
            rows = Reading.measured((long) queries.size());
        } catch (SQLException e) {
            rows = Reading.absent(NodeReader.why(e));
            connection.rollback(before);
        }
    }

    private void add(Rows row, boolean timed) throws SQLException {
        String text = row.textOrNull("query");
        if (text == null || text.equals(HIDDEN) || row.textOrNull("queryid") == null) {
            hidden++;
        } else if (QueryText.isQuery(text)) {
            QueryMember member = new QueryMember(row.number("queryid"), counters(row, timed));
            queries.merge(member.queryid(), new CapturedQuery(text, member), QueryReader::fold);
        } else {
            dropped++;
        }
    }

    /// One statement run by two roles. The texts may differ in constants and comments; the choice
    /// must not depend on the order of rows.
    private static CapturedQuery fold(CapturedQuery one, CapturedQuery other) {
        return new CapturedQuery(
                one.text().compareTo(other.text()) <= 0 ? one.text() : other.text(),
                new QueryMember(
                        one.member().queryid(),
                        one.member().counters().plus(other.member().counters())));
    }

    private static QueryCounters counters(Rows row, boolean timed) throws SQLException {
        return new QueryCounters(
                row.number("calls"),
                row.fraction("total_exec_time").known().orElse(0.0),
                row.fraction("stddev_exec_time").known().orElse(0.0),
                row.number("rows"),
                row.number("shared_blks_hit"),
                row.number("shared_blks_read"),
                row.number("shared_blks_dirtied"),
                row.number("shared_blks_written"),
                row.number("temp_blks_read"),
                row.number("temp_blks_written"),
                time(row, timed, "shared_blk_read_time", "blk_read_time"),
                time(row, timed, "shared_blk_write_time", "blk_write_time"));
    }

    /// Renamed in extension 1.11, when other blocks got times of their own.
    private static Reading<Double> time(Rows row, boolean timed, String name, String oldName)
            throws SQLException {
        if (!timed) {
            return Reading.absent(Reason.NONE_KEPT);
        }
        return row.fraction(row.has(name) ? name : oldName);
    }
}
