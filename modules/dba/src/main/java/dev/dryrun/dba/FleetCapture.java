package dev.dryrun.dba;

import dev.dryrun.config.Node;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.InputException;
import dev.dryrun.report.FleetReport.Visit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Visits every node of a fleet. Those that may carry the schema come first and one by one, so that
/// the counters of the others have something to belong to; the others are read side by side.
///
/// @param capture visits one
record FleetCapture(NodeCapture capture) {

    /// Enough that a slow node delays few; few enough that the counters held in memory stay small.
    private static final int SIDE_BY_SIDE = 4;

    /// {@return what came of each, in the order they were visited: one that fails stops no other}
    ///
    /// @param nodes in any order
    List<Visit> visit(List<Node> nodes) {
        List<Node> ordered =
                nodes.stream()
                        .sorted(
                                Comparator.comparing((Node node) -> !NodeCapture.large(node))
                                        .thenComparing(Node::name))
                        .toList();
        List<Visit> visits = new ArrayList<>();
        ordered.stream()
                .filter(NodeCapture::large)
                .forEach(node -> visits.add(capture.visit(node)));
        try (ExecutorService pool =
                Executors.newFixedThreadPool(SIDE_BY_SIDE, Thread.ofPlatform().factory())) {
            List<Future<Visit>> running =
                    ordered.stream()
                            .filter(node -> !NodeCapture.large(node))
                            .map(node -> pool.submit(() -> capture.visit(node)))
                            .toList();
            for (Future<Visit> visit : running) {
                visits.add(visit.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "a visit reports what goes wrong, it does not throw", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InputException(
                    ErrorCode.INTERNAL, "the capture was interrupted", "run it again", e);
        }
        return visits;
    }
}
