package dev.dryrun.query.pattern;

import dev.dryrun.model.Severity;
import dev.dryrun.pgquery.tree.CreateFunctionStmt;
import dev.dryrun.pgquery.tree.DefElem;
import dev.dryrun.pgquery.tree.DoStmt;
import dev.dryrun.pgquery.tree.StringNode;
import java.util.List;
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
        switch (statement.statement()) {
            case DoStmt block -> look("DO block", language(block.args(), "plpgsql", false), sink);
            case CreateFunctionStmt function ->
                    look(
                            function.isProcedure() ? "procedure" : "function",
                            language(function.options(), "sql", function.sqlBody() != null),
                            sink);
            default -> {}
        }
    }

    private static void look(String what, @Nullable String language, Sink sink) {
        if (language != null && !WITHOUT_SQL.contains(language)) {
            sink.warn(
                    -1,
                    "the body of this %s (%s) was not checked: it may name what is not there"
                            .formatted(what, language),
                    "check its statements by themselves");
        }
    }

    /// {@return the language of the body; null when there is none}
    ///
    /// @param options which may name the language, and may have the body
    /// @param usual the language when they do not
    /// @param hasBody whether there is a body beside them
    private static @Nullable String language(List<DefElem> options, String usual, boolean hasBody) {
        String language = usual;
        boolean body = hasBody;
        for (DefElem option : options) {
            if (option.defname().equals("language")
                    && option.arg() instanceof StringNode(String named)) {
                language = named;
            }
            body |= option.defname().equals("as");
        }
        return body ? language : null;
    }
}
