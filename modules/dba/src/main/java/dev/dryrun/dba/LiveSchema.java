package dev.dryrun.dba;

import dev.dryrun.capture.CaptureSession;
import dev.dryrun.capture.ConnectionTarget;
import dev.dryrun.capture.SessionGuards;
import dev.dryrun.cli.SchemaComparison;
import dev.dryrun.cli.Unread;
import dev.dryrun.diff.SchemaDiff;
import dev.dryrun.history.HistoryFile;
import dev.dryrun.masking.MaskRules;
import dev.dryrun.masking.Masker;
import dev.dryrun.model.AppliedMasking;
import dev.dryrun.model.ObjectIdentities;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.report.DiffSide;
import dev.dryrun.report.SchemaDiffReport;
import java.util.ArrayList;
import java.util.List;

/// The schema of a database as it is now, to be compared with a stored one; stored nowhere itself.
///
/// @param dump what was read, masked as a capture is
/// @param identities what the server knows its objects by
/// @param masking how
/// @param unread the kinds of which nothing could be read: they say nothing about what is there
/// @param warnings one line each
record LiveSchema(
        SchemaDump dump,
        List<ObjectIdentities> identities,
        AppliedMasking masking,
        Unread unread,
        List<String> warnings) {

    /// {@return the schema that a database has}
    ///
    /// @param target where it is
    /// @param guards of the connection
    /// @param masks by what rules to mask
    static LiveSchema read(ConnectionTarget target, SessionGuards guards, MaskRules masks) {
        List<String> warnings = new ArrayList<>();
        try (CaptureSession session = CaptureSession.open(target, guards)) {
            Masker masker = masks.masker(session::readColumnLinks, warnings::add);
            SchemaDump dump = SchemaDump.read(session, masker);
            Unread unread = Unread.of(session::readServerFacts);
            List<ObjectIdentities> identities = new ArrayList<>();
            session.readIdentities(identities::add);
            warnings.addAll(session.warnings());
            return new LiveSchema(dump, identities, masker.applied(), unread, warnings);
        }
    }

    /// {@return what differs between a stored schema and this one}
    ///
    /// @param file holds the stored one
    /// @param from which
    SchemaDiffReport against(HistoryFile file, SnapshotInfo from) {
        SchemaComparison comparison =
                SchemaComparison.against(
                        file,
                        from,
                        new SchemaComparison.LiveObjects(
                                dump.server(), dump.objects(), identities, masking, unread));
        List<String> all = new ArrayList<>(warnings);
        all.addAll(comparison.warnings());
        if (!from.server().database().equals(dump.server().database())) {
            all.add(
                    "the database is called "
                            + dump.server().database()
                            + ", the captured one "
                            + from.server().database());
        }
        if (from.server().major() != dump.server().major()) {
            all.add(
                    "PostgreSQL "
                            + dump.server().major()
                            + " may write the same definition otherwise than "
                            + from.server().major());
        }
        DiffSide live =
                new DiffSide(
                        from.stream().word(),
                        SchemaDiff.hash(dump.objects()),
                        dump.takenAt(),
                        dump.server(),
                        true);
        return new SchemaDiffReport(DiffSide.of(from), live, comparison.delta(), all);
    }
}
