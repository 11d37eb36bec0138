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

/// Visits every node of a fleet, several at a time. They are read side by side and written one
/// after the other: first the schema, then the counters that belong to it.
///
/// @param capture visits one
record FleetCapture(NodeCapture capture) {

    /// Enough that a slow node delays few; few enough that the counters held in memory stay small.
    private static final int SIDE_BY_SIDE = 4;

    /// {@return what came of each, those that carry the schema first, then by name: one that fails
    /// stops no other}
    ///
    /// @param nodes in any order
    List<Visit> visit(List<Node> nodes) {
        List<NodeCapture.Asked> ordered =
                nodes.stream()
                        .sorted(
                                Comparator.comparing((Node node) -> !NodeCapture.large(node))
                                        .thenComparing(Node::name))
                        .map(capture::ask)
                        .toList();
        List<NodeVisit> visited = new ArrayList<>();
        try (ExecutorService pool =
                Executors.newFixedThreadPool(SIDE_BY_SIDE, Thread.ofPlatform().factory())) {
            List<Future<NodeVisit>> running =
                    ordered.stream().map(node -> pool.submit(() -> capture.visit(node))).toList();
            for (Future<NodeVisit> visit : running) {
                visited.add(visit.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "a visit reports what goes wrong, it does not throw", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InputException(
                    ErrorCode.INTERNAL, "the capture was interrupted", "run it again", e);
        }
        return visited.stream().map(NodeVisit::finish).toList();
    }
}
