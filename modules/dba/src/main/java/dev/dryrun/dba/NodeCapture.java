package dev.dryrun.dba;

import dev.dryrun.capture.CaptureSession;
import dev.dryrun.capture.ConnectionTarget;
import dev.dryrun.capture.ConnectionUri;
import dev.dryrun.capture.SessionGuards;
import dev.dryrun.config.Node;
import dev.dryrun.config.NodeRole;
import dev.dryrun.config.StreamKind;
import dev.dryrun.masking.MaskRules;
import dev.dryrun.model.DryrunException;
import dev.dryrun.model.ServerInfo;
import dev.dryrun.model.Stream;
import dev.dryrun.report.FleetReport.Status;
import dev.dryrun.report.FleetReport.Visit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;

/// Visits one node: captures what is wanted of it, or only looks whether that could be done.
///
/// @param rules what holds for every node of the run
/// @param environment where connection strings may be
/// @param writing held by the one node that writes
/// @param progress told how far it is
record NodeCapture(Rules rules, Map<String, String> environment, Lock writing, Progress progress) {

    /// What holds for every node of a run.
    ///
    /// @param prior what was captured before
    /// @param guards what keeps captures from hurting the servers
    /// @param checkOnly whether nothing is captured
    /// @param dueOnly whether fresh streams are left out
    /// @param allowOrphan whether counters may come before any schema
    /// @param allowRoleChange whether a label may change its role
    /// @param force whether another database than before is taken
    /// @param rowCap how many statements of `pg_stat_statements` at most
    /// @param masks by what rules to mask
    record Rules(
            PriorCaptures prior,
            SessionGuards guards,
            boolean checkOnly,
            boolean dueOnly,
            boolean allowOrphan,
            boolean allowRoleChange,
            boolean force,
            long rowCap,
            MaskRules masks) {}

    /// {@return what came of it; never throws for what is wrong with one node}
    Visit visit(Node node) {
        try {
            Instant now = Instant.now();
            boolean idle =
                    rules.dueOnly
                            && DueStreams.expected(node).stream()
                                    .noneMatch(kind -> due(node, kind, now));
            if (idle && !rules.checkOnly) {
                return visit(node, Status.NOTHING_DUE);
            }
            ConnectionTarget target =
                    ConnectionUri.parse(node.connection(environment), environment);
            progress.begin("capturing " + node.name());
            try (CaptureSession session = CaptureSession.open(target, rules.guards)) {
                return connected(node, session, now);
            }
        } catch (DryrunException e) {
            return Visit.failed(node.name(), e);
        }
    }

    private Visit connected(Node node, CaptureSession session, Instant now) {
        ServerInfo server = session.server();
        refuseUnexpected(node, server);
        List<StreamKind> wanted =
                DueStreams.wanted(node, server.standby()).stream()
                        .filter(kind -> !rules.dueOnly || due(node, kind, now))
                        .toList();
        List<Stream> streams = new ArrayList<>();
        List<String> captured = new ArrayList<>();
        List<String> unavailable = new ArrayList<>();
        for (StreamKind kind : List.of(StreamKind.values())) {
            if (!wanted.contains(kind)) {
                continue;
            }
            boolean ofPrimary = kind == StreamKind.SCHEMA || kind == StreamKind.PLANNER;
            boolean possible = !(ofPrimary && server.standby());
            if (possible) {
                streams.add(DueStreams.stream(kind, node.name()));
            }
            (possible ? captured : unavailable).add(word(kind));
        }
        if (!rules.allowOrphan && !streams.contains(new Stream.Schema())) {
            rules.prior.refuseOrphan();
        }
        Taken taken = rules.checkOnly ? look(session, streams) : take(session, streams);
        if (taken.withoutQueries()) {
            captured.remove(word(StreamKind.QUERY));
            unavailable.add(word(StreamKind.QUERY));
        }
        return new Visit(
                node.name(),
                rules.checkOnly ? Status.READY : Status.CAPTURED,
                server,
                captured,
                unavailable,
                taken.snapshots(),
                warnings(session, taken),
                null);
    }

    private static List<String> warnings(CaptureSession session, Taken taken) {
        List<String> warnings = new ArrayList<>(session.warnings());
        warnings.addAll(taken.maskWarnings());
        return warnings;
    }

    private void refuseUnexpected(Node node, ServerInfo server) {
        boolean expected =
                switch (node.role()) {
                    case AUTO -> true;
                    case PRIMARY -> !server.standby();
                    case STANDBY -> server.standby();
                };
        if (!expected) {
            throw PriorCaptures.roleChanged(
                    "\"" + node.name() + "\" should be a " + word(node.role()),
                    server,
                    "correct its url or its role in dryrun.toml");
        }
        if (!rules.allowRoleChange) {
            rules.prior.refuseChangedRole(node.name(), server);
        }
        if (!rules.force) {
            rules.prior.refuseAnother(server);
        }
    }

    /// Counters alone are read beside other nodes; what is too large to be held waits its turn.
    private Taken take(CaptureSession session, List<Stream> streams) {
        SnapshotTaker taker =
                new SnapshotTaker(
                        session,
                        rules.prior.historyFile(),
                        rules.prior.key(),
                        rules.rowCap,
                        progress,
                        rules.masks);
        if (streams.isEmpty()) {
            return Taken.NOTHING;
        }
        if (!streams.contains(new Stream.Schema()) && !streams.contains(new Stream.Planner())) {
            return taker.takeApart(streams, writing);
        }
        writing.lock();
        try {
            return taker.take(streams);
        } finally {
            writing.unlock();
        }
    }

    private static Taken look(CaptureSession session, List<Stream> streams) {
        return streams.stream().anyMatch(Stream.Query.class::isInstance)
                ? new Taken(List.of(), Optional.of(session.countStatements()), List.of())
                : Taken.NOTHING;
    }

    private boolean due(Node node, StreamKind kind, Instant now) {
        Stream stream = DueStreams.stream(kind, node.name());
        return DueStreams.due(node, kind, rules.prior.lastCapture(stream, now), now);
    }

    private static Visit visit(Node node, Status status) {
        return new Visit(
                node.name(), status, null, List.of(), List.of(), List.of(), List.of(), null);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /// {@return whether the node may deliver what is read one object at a time while others wait}
    static boolean large(Node node) {
        return node.role() != NodeRole.STANDBY
                && (DueStreams.expected(node).contains(StreamKind.SCHEMA)
                        || DueStreams.expected(node).contains(StreamKind.PLANNER));
    }
}
