package dev.dryrun.dba;

import dev.dryrun.capture.CaptureSession;
import dev.dryrun.history.HistoryFile;
import dev.dryrun.history.SnapshotWriter;
import dev.dryrun.masking.Masker;
import dev.dryrun.masking.QueryMasker;
import dev.dryrun.model.QueryStatisticsInfo;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.Stream;
import dev.dryrun.pgquery.PgQuery;
import java.nio.file.Path;
import java.util.List;

/// Joins the first three stages: what the session reads is masked, and what is masked is written.
///
/// @param session an open session
/// @param historyFile where the snapshots go
/// @param key whose they are
record SnapshotTaker(CaptureSession session, Path historyFile, SnapshotKey key) {

    /// How many statements of `pg_stat_statements` are taken when `[query_stats] row_cap` is not
    /// set.
    static final long ROW_CAP_DEFAULT = 500;

    /// {@return the new snapshots: schema, planner, and activity and queries of one node}
    ///
    /// @param label the node's name
    List<SnapshotInfo> take(String label) {
        return take(label, ROW_CAP_DEFAULT);
    }

    /// {@return the new snapshots: schema, planner, and activity and queries of one node}
    ///
    /// @param label the node's name
    /// @param rowCap how many statements of `pg_stat_statements` at most
    List<SnapshotInfo> take(String label, long rowCap) {
        Masker masker = Masker.alwaysOn();
        Stream schema = new Stream.Schema();
        Stream planner = new Stream.Planner();
        Stream activity = new Stream.Activity(label);
        try (HistoryFile file = HistoryFile.openForWriting(historyFile);
                SnapshotWriter writer = file.write(key, session.server(), session.takenAt())) {
            writer.begin(schema);
            session.readSchema(object -> writer.add(schema, masker.mask(object)));
            writer.begin(planner);
            session.readPlanner(statistics -> writer.add(planner, masker.mask(statistics)));
            session.readServerFacts(fact -> writer.add(planner, masker.mask(fact)));
            session.readSequences(sequence -> writer.add(planner, masker.mask(sequence)));
            writer.begin(activity);
            session.readActivity(counters -> writer.add(activity, masker.mask(counters)));
            writer.add(activity, masker.mask(session.readNode()));
            writeQueries(writer, new Stream.Query(label), rowCap);
            return writer.commit();
        }
    }

    private void writeQueries(SnapshotWriter writer, Stream stream, long rowCap) {
        QueryMasker masker = new QueryMasker(PgQuery.load());
        writer.begin(stream);
        QueryStatisticsInfo info = session.readQueries(rowCap, masker::add);
        masker.queries().forEach(query -> writer.add(stream, query));
        writer.add(stream, masker.mask(info));
    }
}
