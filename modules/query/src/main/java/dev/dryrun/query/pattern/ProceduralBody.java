package dev.dryrun.query.pattern;

import dev.dryrun.model.Severity;
import dev.dryrun.pgquery.tree.Node;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A body that nobody looked at.
final class ProceduralBody implements PatternRule {

    private static final Set<String> WITHOUT_SQL = Set.of("c", "internal");

    @Override
    public QueryRule rule() {
        return PatternRule.named(
                "procedural_body",
                Severity.INFO,
                "check the statements of a function's body by themselves");
    }

    @Override
    public void check(StatementView statement, Sink sink) {
        Node node = statement.statement();
        String what =
                switch (node.kind()) {
                    case "DoStmt" -> "DO block";
                    case "CreateFunctionStmt" ->
                            node.flag("is_procedure") ? "procedure" : "function";
                    default -> null;
                };
        String language = what == null ? null : language(node);
        if (what != null && language != null && !WITHOUT_SQL.contains(language)) {
            sink.warn(
                    -1,
                    "the body of this %s (%s) was not checked: it may name what is not there"
                            .formatted(what, language),
                    "check its statements by themselves");
        }
    }

    /// {@return the language of the body; null when there is none}
    private static @Nullable String language(Node definition) {
        String language = definition.kind().equals("DoStmt") ? "plpgsql" : "sql";
        boolean body =
                definition.child("sql_body") != null || definition.fields().get("sql_body") != null;
        for (String field : new String[] {"args", "options"}) {
            for (Node option : definition.children(field)) {
                if (!option.kind().equals("DefElem")) {
                    continue;
                }
                Node value = option.child("arg");
                String name = String.valueOf(option.text("defname"));
                if (name.equals("language") && value != null && value.text("sval") != null) {
                    language = String.valueOf(value.text("sval"));
                }
                body |= name.equals("as");
            }
        }
        return body ? language : null;
    }
}
