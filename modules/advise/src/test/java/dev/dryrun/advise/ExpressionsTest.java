package dev.dryrun.advise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.pgquery.PgQuery;
import dev.dryrun.pgquery.tree.Node;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Of an index's definition, as the catalogue has it, and what a query or a plan says.
final class ExpressionsTest {

    private final PlanExpressions expressions = new PlanExpressions(PgQuery.load());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "lower(email)|lower(u.email)",
                "status = 'new'::text|status = 'new'",
                "status = ANY (ARRAY['a'::text, 'b'::text])|o.status  =  ANY (ARRAY['a', 'b'])",
                "(NOT deleted)|NOT deleted",
                "TRIM(BOTH FROM a)|trim(a)",
                "pg_catalog.btrim(a)|trim(a)",
                "((payload ->> 'k'::text))::integer|(payload->>'k')::integer"
            })
    void whatIsWrittenAlikeIsTheSame(String definition, String said) {
        assertThat(Expressions.same(read(definition), read(said))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "lower(email)|upper(email)",
                "lower(email)|lower(name)",
                "status = 'new'::text|status = 'old'",
                "status = 'new'::text|status <> 'new'",
                "status = ANY (ARRAY['a'::text, 'b'::text])|status = ANY (ARRAY['a'])",
                "a IS NULL|a IS NOT NULL",
                "a - b|b - a",
                "count(a)|count(DISTINCT a)",
                "(payload ->> 'k'::text)|(payload->>'k')::integer"
            })
    void whatIsWrittenOtherwiseIsNot(String definition, String said) {
        assertThat(Expressions.same(read(definition), read(said))).isFalse();
    }

    private Node read(String text) {
        return Objects.requireNonNull(expressions.definition(text));
    }
}
