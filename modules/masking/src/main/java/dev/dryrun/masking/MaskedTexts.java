package dev.dryrun.masking;

import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Reading.Reason;
import java.util.Optional;
import java.util.regex.Pattern;

/// Cuts the constants of hidden columns out of the SQL texts of definitions.
///
/// A text that cannot be taken apart is removed whole.
///
/// @param hidden which columns
/// @param literals what finds constants
record MaskedTexts(HiddenColumns hidden, LiteralMask literals) {

    private static final String REMOVED = "NULL /* masked */";
    private static final Pattern SUBQUERY =
            Pattern.compile("\\bselect\\b", Pattern.CASE_INSENSITIVE);

    /// {@return a condition or a value of a relation's own columns; one with a subquery may reach
    /// any column}
    ///
    /// @param relation the relation
    /// @param expression deparsed
    String of(QualifiedName relation, String expression) {
        if (SUBQUERY.matcher(expression).find()) {
            return statement(expression);
        }
        return hidden.of(relation).isEmpty()
                ? expression
                : literals.conditions(expression, word -> hidden.isMeant(relation, word))
                        .orElse(REMOVED);
    }

    /// {@return the same of one that may be absent}
    ///
    /// @param relation the relation
    /// @param expression deparsed
    Reading<String> of(QualifiedName relation, Reading<String> expression) {
        return expression.map(text -> of(relation, text));
    }

    /// {@return the text without any constant}
    ///
    /// @param expression deparsed
    String withoutConstants(String expression) {
        return literals.expression(expression).orElse(REMOVED);
    }

    /// {@return a view's query that reads no hidden column, without constants when it names a type
    /// that hidden columns have}
    ///
    /// @param sql deparsed
    Reading<String> ofTypes(Reading<String> sql) {
        return sql.map(text -> hidden.namesType(text) ? withoutConstants(text) : text);
    }

    /// {@return a deparsed statement or expression, without constants when it may be about a hidden
    /// column}
    ///
    /// @param sql deparsed
    String statement(String sql) {
        return hidden.mayBeAbout(sql) ? withoutConstants(sql) : sql;
    }

    /// {@return the same of a text that may be absent}
    ///
    /// @param sql deparsed
    Reading<String> statement(Reading<String> sql) {
        return sql.map(this::statement);
    }

    /// {@return a body as somebody wrote it, without constants and comments; MASKED when it cannot
    /// be taken apart}
    ///
    /// @param body SQL or PL/pgSQL
    Optional<String> body(String body) {
        return literals.body(body);
    }

    /// {@return what stands for a text that is removed whole}
    static <T> Reading<T> removed() {
        return Reading.absent(Reason.MASKED);
    }
}
