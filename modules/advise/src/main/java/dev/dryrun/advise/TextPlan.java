package dev.dryrun.advise;

import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonString;
import dev.dryrun.json.JsonValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads EXPLAIN's text form: a tree by indentation, in which a node's details stand two columns
/// right of its name, six right of its arrow.
final class TextPlan {

    private static final String ARROW = "->  ";
    private static final String EXPECTED =
            "a node such as \"Seq Scan on orders  (cost=0.00..35.50 rows=10 width=4)\""
                    + " was expected";

    /// Before PostgreSQL 17 with what it returns: `InitPlan 1 (returns $0)`.
    private static final Pattern SUBPLAN =
            Pattern.compile("(CTE .+|(InitPlan|SubPlan) \\d+(?: \\(returns .*\\))?)");

    private static final Pattern WORKER = Pattern.compile("Worker \\d+: .*|Worker \\d+:");

    /// The most lines that one constant may take.
    private static final int JOINED_MAX = 200;

    private static final Set<String> JOINS = Set.of("Hash Join", "Merge Join", "Nested Loop");
    private static final Set<String> MEMBERS =
            Set.of("Append", "Merge Append", "BitmapAnd", "BitmapOr");

    private final String name;
    private final List<PlanLine> lines;
    private final List<Plan> plans = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private @Nullable PlanFoot foot;
    private int rootIndent;
    private @Nullable String subplan;

    /// A node whose lines are still to come.
    private static final class Open {
        private final int details;
        private final SequencedMap<String, JsonValue> properties;
        private final List<PlanNode> children = new ArrayList<>();
        private int inputs;

        Open(int details, SequencedMap<String, JsonValue> properties) {
            this.details = details;
            this.properties = properties;
        }

        String type() {
            return properties.get("Node Type") instanceof JsonString(String type) ? type : "";
        }

        /// {@return what the next child is to this node}
        String relationship() {
            inputs++;
            if (JOINS.contains(type()) || type().equals("Recursive Union")) {
                return inputs == 1 ? "Outer" : "Inner";
            }
            if (type().equals("SetOp")) {
                return inputs == 1 ? "Outer" : "Inner";
            }
            return MEMBERS.contains(type())
                    ? "Member"
                    : type().equals("Subquery Scan") ? "Subquery" : "Outer";
        }

        PlanNode close() {
            JsonObject.Builder own = JsonObject.builder();
            properties.forEach(own::put);
            return new PlanNode(own.build(), children);
        }
    }

    TextPlan(String name, List<PlanLine> lines) {
        this.name = name;
        this.lines = joined(lines);
    }

    List<Plan> read() {
        for (PlanLine line : lines) {
            take(line);
        }
        finish();
        return plans;
    }

    private void take(PlanLine line) {
        int indent = line.indent();
        String text = line.text().strip();
        boolean arrow = text.startsWith(ARROW);
        if (open.isEmpty() || (indent <= rootIndent && !arrow)) {
            outermost(line, indent, text);
            return;
        }
        if (foot != null) {
            foot.take(text);
            return;
        }
        if (arrow) {
            child(line, indent, text.substring(ARROW.length()).strip());
            return;
        }
        detail(indent, text);
    }

    /// A root, or a line about the whole plan, which stands where the root does.
    private void outermost(PlanLine line, int indent, String text) {
        Optional<SequencedMap<String, JsonValue>> root = NodeTitle.parse(text);
        if (root.isPresent()) {
            finish();
            rootIndent = indent;
            open.push(new Open(indent + 2, root.get()));
        } else if (open.isEmpty()) {
            throw PlanReader.unreadable(name, line.number(), "it is no node", EXPECTED);
        } else {
            PlanFoot begun = foot == null ? new PlanFoot() : foot;
            foot = begun;
            begun.take(text);
        }
    }

    private void child(PlanLine line, int indent, String title) {
        SequencedMap<String, JsonValue> properties =
                NodeTitle.parse(title)
                        .orElseThrow(() ->
                                PlanReader.unreadable(
                                        name, line.number(), "it is no node", EXPECTED));
        while (open.size() > 1 && top().details > indent) {
            closeTop();
        }
        if (open.size() >= PlanReader.DEPTH_MAX) {
            throw PlanReader.unreadable(
                    name,
                    line.number(),
                    "its nodes nest deeper than " + PlanReader.DEPTH_MAX,
                    "no server makes such a plan");
        }
        String header = subplan;
        subplan = null;
        if (header == null) {
            properties.putFirst("Parent Relationship", new JsonString(top().relationship()));
        } else {
            boolean sub = header.startsWith("SubPlan");
            properties.putFirst("Subplan Name", new JsonString(header));
            properties.putFirst(
                    "Parent Relationship", new JsonString(sub ? "SubPlan" : "InitPlan"));
        }
        open.push(new Open(indent + ARROW.length() + 2, properties));
    }

    private void detail(int indent, String text) {
        while (open.size() > 1 && top().details > indent) {
            closeTop();
        }
        Open node = top();
        if (SUBPLAN.matcher(text).matches()) {
            subplan = text;
        } else if (indent == node.details && !WORKER.matcher(text).matches()) {
            NodeDetail.put(text, node.properties);
        }
    }

    private Open top() {
        Open top = open.peek();
        if (top == null) {
            throw new IllegalStateException("the root is open as long as there are lines");
        }
        return top;
    }

    private void closeTop() {
        PlanNode closed = open.pop().close();
        Open parent = open.peek();
        if (parent != null) {
            parent.children.add(closed);
        }
    }

    private void finish() {
        if (open.isEmpty()) {
            return;
        }
        while (open.size() > 1) {
            closeTop();
        }
        PlanNode root = open.pop().close();
        plans.add((foot == null ? new PlanFoot() : foot).plan(root));
        foot = null;
        subplan = null;
    }

    /// Puts together what a line break within a constant or a name has divided.
    private static List<PlanLine> joined(List<PlanLine> lines) {
        List<PlanLine> joined = new ArrayList<>();
        int i = 0;
        while (i < lines.size()) {
            PlanLine line = lines.get(i);
            StringBuilder text = new StringBuilder(line.text());
            int next = i + 1;
            char quote = openQuote(line.text(), '\0');
            while (quote != '\0' && next < Math.min(i + JOINED_MAX, lines.size())) {
                String more = lines.get(next).text();
                text.append('\n').append(more);
                quote = openQuote(more, quote);
                next++;
            }
            boolean whole = quote == '\0';
            joined.add(whole ? new PlanLine(line.number(), text.toString()) : line);
            i = whole ? next : i + 1;
        }
        return joined;
    }

    /// {@return the quote that is open at the end of a line; NUL when there is none}
    private static char openQuote(String line, char before) {
        char quote = before;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote == '\0' && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = '\0';
            }
        }
        return quote;
    }
}
