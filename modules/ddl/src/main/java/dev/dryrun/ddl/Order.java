package dev.dryrun.ddl;

import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Sorts the statements that make objects so that each comes after those it needs, and otherwise by
/// kind and name.
///
/// A circle is opened as PostgreSQL's own dump opens it: a view in it is made without its query, a
/// table without its defaults and checks, and both get them later.
final class Order {

    private static final Set<ObjectKind> READERS =
            Set.of(
                    ObjectKind.VIEW,
                    ObjectKind.MATERIALIZED_VIEW,
                    ObjectKind.FUNCTION,
                    ObjectKind.PROCEDURE);

    private final Map<ObjectRef, Part> parts;
    private final Map<ObjectRef, List<Node>> nodes = new HashMap<>();
    private final TreeSet<Node> waiting = new TreeSet<>(Node.ORDER);
    private final TreeSet<Node> ready = new TreeSet<>(Node.ORDER);
    private final Set<Node> done = new LinkedHashSet<>();

    private Order(Map<ObjectRef, Part> parts) {
        this.parts = parts;
    }

    /// {@return the statements of sorted phases in an order that works}
    ///
    /// @param parts all objects; those in circles are changed to be made late
    static Collection<Node> of(Map<ObjectRef, Part> parts) {
        Order order = new Order(parts);
        parts.values().forEach(order::addNodes);
        parts.values().forEach(order::connect);
        order.connectPartitions();
        new OperatorOrder(parts, order::create).connect();
        order.run();
        return order.done;
    }

    private void addNodes(Part part) {
        List<Node> made = new ArrayList<>();
        for (Steps.Step step : part.steps().all()) {
            if (step.phase().isSorted()) {
                made.add(new Node(part, step));
            }
        }
        nodes.put(part.ref(), made);
    }

    private @Nullable Node node(ObjectRef ref, Phase phase) {
        return nodes.getOrDefault(ref, List.of()).stream()
                .filter(node -> node.phase() == phase)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Node create(ObjectRef ref) {
        return node(ref, Phase.CREATE);
    }

    private void connect(Part part) {
        for (Node node : nodes.getOrDefault(part.ref(), List.of())) {
            connect(part, node);
        }
    }

    private void connect(Part part, Node node) {
        Phase before = node.phase() == Phase.CREATE ? Phase.SHELL : Phase.CREATE;
        Node first = node.phase() == Phase.SHELL ? null : node(part.ref(), before);
        if (first != null) {
            node.need(first);
        }
        for (ObjectRef ref : part.needs(node.sql())) {
            Node other = provider(part, ref);
            if (other != null) {
                node.need(other);
            }
            if (ref.kind() == ObjectKind.TABLE && readsRows(node)) {
                nodes.getOrDefault(ref, List.of()).stream()
                        .filter(key -> key.phase() == Phase.KEY)
                        .forEach(node::need);
            }
        }
    }

    /// A query that groups by a primary key needs the key.
    private static boolean readsRows(Node node) {
        return READERS.contains(node.part().ref().kind());
    }

    /// A type's own functions take it while it has but a name.
    private @Nullable Node provider(Part part, ObjectRef ref) {
        Part other = parts.get(ref);
        if (other == null) {
            return null;
        }
        String extension = other.extension();
        if (extension != null) {
            return create(new ObjectRef(ObjectKind.EXTENSION, new QualifiedName("", extension)));
        }
        Node shell = node(ref, Phase.SHELL);
        return shell != null && other.dependsOn().contains(part.ref()) ? shell : create(ref);
    }

    /// A key of a partitioned table adopts those of its partitions.
    private void connectPartitions() {
        for (Part part : parts.values()) {
            ObjectRef parent = part.partitionOf();
            if (parent != null) {
                for (Node key : nodes.getOrDefault(parent, List.of())) {
                    if (key.phase() == Phase.KEY) {
                        nodes.getOrDefault(part.ref(), List.of()).forEach(key::need);
                    }
                }
            }
        }
    }

    private void run() {
        nodes.values().forEach(waiting::addAll);
        waiting.stream().filter(node -> node.needs().isEmpty()).forEach(ready::add);
        waiting.removeAll(ready);
        while (!ready.isEmpty() || !waiting.isEmpty()) {
            if (ready.isEmpty()) {
                openCircle();
            } else {
                finish(ready.removeFirst());
            }
        }
    }

    private void finish(Node node) {
        done.add(node);
        for (Node next : List.copyOf(node.neededBy())) {
            next.forget(node);
            release(next);
        }
    }

    private void release(Node node) {
        if (node.needs().isEmpty() && waiting.remove(node)) {
            ready.add(node);
        }
    }

    private void openCircle() {
        List<Node> circle = circle();
        for (Node node : circle) {
            Part part = node.part();
            if (node.phase() == Phase.CREATE && part.canBeLate() && !part.isLate()) {
                makeLate(node);
                return;
            }
        }
        // Nothing can be made without its needs: the server will say which.
        Node first = circle.getFirst();
        first.forget(circle.get(circle.size() > 1 ? 1 : 0));
        release(first);
    }

    private void makeLate(Node node) {
        Part part = node.part();
        part.makeLate();
        List<Node> made = new ArrayList<>();
        for (Steps.Step step : part.steps().all()) {
            if (step.phase() == Phase.CREATE || step.phase() == Phase.REPLACE_VIEW) {
                made.add(new Node(part, step));
            }
        }
        List<Node> old = new ArrayList<>(nodes.getOrDefault(part.ref(), List.of()));
        old.remove(node);
        waiting.remove(node);
        List.copyOf(node.needs()).forEach(node::forget);
        old.addAll(made);
        nodes.put(part.ref(), old);
        for (Node fresh : made) {
            connect(part, fresh);
            List.copyOf(fresh.needs()).stream().filter(done::contains).forEach(fresh::forget);
            waiting.add(fresh);
        }
        Node created = made.getFirst();
        for (Node next : List.copyOf(node.neededBy())) {
            next.forget(node);
            next.need(created);
        }
        made.forEach(this::release);
    }

    /// {@return statements of which each needs the next, and the last the first}
    private List<Node> circle() {
        List<Node> path = new ArrayList<>();
        Node node = waiting.first();
        while (!path.contains(node)) {
            path.add(node);
            node = node.needs().iterator().next();
        }
        return path.subList(path.indexOf(node), path.size());
    }
}
