package dev.dryrun.dba;

import dev.dryrun.capture.CaptureSession;
import dev.dryrun.capture.ConnectionTarget;
import dev.dryrun.capture.ConnectionUri;
import dev.dryrun.capture.SessionGuards;
import dev.dryrun.cli.ServerRotation;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Lock;

/// Visits one node: captures what is wanted of it, or only looks whether that could be done.
/// Several threads may share it.
///
/// @param rules what holds for every node of the run
/// @param environment where connection strings may be
/// @param writing held by the one node that writes while others are still read
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
    /// @param allowRotation whether several servers may answer under one label
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
            boolean allowRotation,
            boolean force,
            long rowCap,
            MaskRules masks) {}

    /// What is to be read of a node, now that its role is known.
    private record Plan(List<Stream> streams, List<String> captured, List<String> unavailable) {

        boolean large() {
            return streams.contains(new Stream.Schema()) || streams.contains(new Stream.Planner());
        }
    }

    /// A node before anybody connects.
    ///
    /// @param node which
    /// @param due what of it is to be captured, whatever its role turns out to be
    record Asked(Node node, Set<StreamKind> due) {}

    /// {@return the node, and what of it is due. To be asked while nothing is being written}
    Asked ask(Node node) {
        Instant now = Instant.now();
        Set<StreamKind> due = EnumSet.allOf(StreamKind.class);
        due.removeIf(kind -> rules.dueOnly && !due(node, kind, now));
        return new Asked(node, due);
    }

    /// {@return the node, read; what is too large to be held in memory is written already}
    NodeVisit visit(Asked asked) {
        Node node = asked.node;
        try {
            boolean idle = DueStreams.expected(node).stream().noneMatch(asked.due::contains);
            if (idle && !rules.checkOnly) {
                return done(visit(node, Status.NOTHING_DUE));
            }
            progress.begin("capturing " + node.name());
            return connect(asked, false).or(() -> connect(asked, true)).orElseThrow();
        } catch (DryrunException e) {
            return done(Visit.failed(node.name(), e));
        }
    }

    /// One that waits for its turn to write holds no connection meanwhile: the server would end it.
    ///
    /// @param wait whether to wait for the turn; else the answer is empty when it is another's
    private Optional<NodeVisit> connect(Asked asked, boolean wait) {
        if (wait) {
            writing.lock();
        }
        boolean held = wait;
        try {
            ConnectionTarget target =
                    ConnectionUri.parse(asked.node.connection(environment), environment);
            try (CaptureSession session = CaptureSession.open(target, rules.guards)) {
                Plan plan = plan(asked, session.server());
                if (rules.checkOnly) {
                    return Optional.of(done(checked(asked.node, session, plan)));
                }
                if (!plan.large()) {
                    return Optional.of(held(asked.node, session, plan));
                }
                held = held || writing.tryLock();
                return held
                        ? Optional.of(done(captured(asked.node, session, plan)))
                        : Optional.empty();
            }
        } finally {
            if (held) {
                writing.unlock();
            }
        }
    }

    private static Plan plan(Asked asked, ServerInfo server) {
        Node node = asked.node;
        refuseUndeclared(node, server);
        List<StreamKind> wanted =
                DueStreams.wanted(node, server.standby()).stream()
                        .filter(asked.due::contains)
                        .toList();
        Plan plan = new Plan(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (StreamKind kind : List.of(StreamKind.values())) {
            boolean ofPrimary = kind == StreamKind.SCHEMA || kind == StreamKind.PLANNER;
            if (!wanted.contains(kind)) {
                continue;
            }
            if (ofPrimary && server.standby()) {
                plan.unavailable.add(word(kind));
            } else {
                plan.captured.add(word(kind));
                plan.streams.add(DueStreams.stream(kind, node.name()));
            }
        }
        return plan;
    }

    private static void refuseUndeclared(Node node, ServerInfo server) {
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
    }

    /// Looks into the file, hence only while nobody else can be writing it.
    private void refuseUnexpected(Node node, ServerInfo server, Plan plan) {
        if (!rules.allowRoleChange) {
            rules.prior.refuseChangedRole(node.name(), server);
        }
        if (!rules.force) {
            rules.prior.refuseAnother(server);
        }
        if (!rules.allowOrphan && !plan.streams.contains(new Stream.Schema())) {
            rules.prior.refuseOrphan();
        }
    }

    private Visit checked(Node node, CaptureSession session, Plan plan) {
        refuseUnexpected(node, session.server(), plan);
        boolean queries = plan.streams.stream().anyMatch(Stream.Query.class::isInstance);
        Taken looked = queries ? Taken.looking(session.countStatements()) : Taken.NOTHING;
        return visit(node, Status.READY, session, plan, looked);
    }

    private Visit captured(Node node, CaptureSession session, Plan plan) {
        refuseUnexpected(node, session.server(), plan);
        return visit(node, Status.CAPTURED, session, plan, taker(session).take(plan.streams));
    }

    /// What belongs to a schema waits until the schema of the same run is there.
    private NodeVisit held(Node node, CaptureSession session, Plan plan) {
        SnapshotTaker taker = taker(session);
        SnapshotTaker.Held held = taker.read(plan.streams);
        return () -> {
            try {
                refuseUnexpected(node, session.server(), plan);
                Taken taken = plan.streams.isEmpty() ? Taken.NOTHING : taker.write(held);
                return visit(node, Status.CAPTURED, session, plan, taken);
            } catch (DryrunException e) {
                return Visit.failed(node.name(), e);
            }
        };
    }

    private SnapshotTaker taker(CaptureSession session) {
        return new SnapshotTaker(
                session,
                rules.prior.historyFile(),
                rules.prior.key(),
                rules.rowCap,
                progress,
                rules.masks);
    }

    private boolean due(Node node, StreamKind kind, Instant now) {
        Stream stream = DueStreams.stream(kind, node.name());
        return DueStreams.due(node, kind, rules.prior.lastCapture(stream, now), now);
    }

    private Visit visit(Node node, Status status, CaptureSession session, Plan plan, Taken taken) {
        List<String> captured = new ArrayList<>(plan.captured);
        List<String> unavailable = new ArrayList<>(plan.unavailable);
        if (taken.withoutQueries()) {
            captured.remove(word(StreamKind.QUERY));
            unavailable.add(word(StreamKind.QUERY));
        }
        List<String> warnings = new ArrayList<>(session.warnings());
        if (!rules.allowRotation && !node.pool()) {
            rules.prior
                    .rotation(node.name())
                    .flatMap(ServerRotation::change)
                    .ifPresent(warnings::add);
        }
        return new Visit(
                node.name(),
                status,
                session.server(),
                captured,
                unavailable,
                taken.snapshots(),
                warnings,
                null);
    }

    private static NodeVisit done(Visit visit) {
        return () -> visit;
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
