package dev.dryrun.query.pattern;

import dev.dryrun.model.RuleId;
import dev.dryrun.model.Severity;
import org.jspecify.annotations.Nullable;

/// Something to look for in statements that run. Stateless.
interface PatternRule {

    /// {@return who it is}
    QueryRule rule();

    /// Looks at one statement.
    ///
    /// @param statement what there is to know of it
    /// @param sink takes what was found
    void check(StatementView statement, Sink sink);

    /// {@return the rule `query/name`}
    ///
    /// @param name the part after the slash
    /// @param severity of what it finds
    /// @param summary what it looks for: at most 80 characters, no full stop
    static QueryRule named(String name, Severity severity, String summary) {
        return new QueryRule(new RuleId("query/" + name), severity, summary);
    }

    /// Takes warnings.
    interface Sink {

        /// Adds one, as severe as the rule says.
        ///
        /// @param location where, in bytes of the text that was parsed; below 0 for no place
        /// @param message what is wrong and why it hurts, in one line
        /// @param hint what to do, in one line; null when the message says it
        void warn(int location, String message, @Nullable String hint);
    }
}
