package dev.dryrun.lint.spi;

import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.Severity;
import dev.dryrun.model.Table;
import org.jspecify.annotations.Nullable;

/// What a rule says about one object: a finding that does not know its rule yet.
///
/// The message says what is wrong, with the object in quotes ([QuotedName]), and why it hurts: the
/// lock and what it blocks, where there is one. One line of at most [#MESSAGE_LENGTH_MAX]
/// characters, lower-case start, no full stop. The recommendation is an order in the same form.
///
/// @param object the one object it is about
/// @param column the column it is about; null when it is about the whole object
/// @param severity null for the rule's own
/// @param message what is wrong and why it hurts
/// @param recommendation what to do
/// @param ddlFix statements that mend it, each on a line and ending in a semicolon, names quoted as
///   [dev.dryrun.model.SqlIdentifier] does; null when none can. Linting what they leave finds the
///   same thing no more
public record Violation(
        ObjectRef object,
        @Nullable String column,
        @Nullable Severity severity,
        String message,
        String recommendation,
        @Nullable String ddlFix) {

    /// How long a message or a recommendation may be, in characters.
    public static final int MESSAGE_LENGTH_MAX = 160;

    /// {@return what is wrong with a table as a whole, without a fix}
    ///
    /// @param table which
    /// @param message what is wrong and why it hurts
    /// @param recommendation what to do
    public static Violation of(Table table, String message, String recommendation) {
        return new Violation(
                new ObjectRef(ObjectKind.TABLE, table.name()),
                null,
                null,
                message,
                recommendation,
                null);
    }

    /// {@return the same about one column}
    ///
    /// @param name the column; null for the whole object
    public Violation at(@Nullable String name) {
        return new Violation(object, name, severity, message, recommendation, ddlFix);
    }

    /// {@return the same with a severity of its own}
    ///
    /// @param other how much it matters
    public Violation as(Severity other) {
        return new Violation(object, column, other, message, recommendation, ddlFix);
    }

    /// {@return the same with statements that mend it}
    ///
    /// @param sql each on a line and ending in a semicolon; null when none can
    public Violation fixedBy(@Nullable String sql) {
        return new Violation(object, column, severity, message, recommendation, sql);
    }
}
