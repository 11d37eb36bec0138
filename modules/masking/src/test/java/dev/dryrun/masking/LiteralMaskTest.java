package dev.dryrun.masking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.pgquery.PgQuery;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LiteralMaskTest {

    private static final LiteralMask MASK = new LiteralMask(PgQuery.load());
    private static final Set<String> HIDDEN = Set.of("email", "name", "Odd \"one\"");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    (email <> 'a@b'::text)                       | (email <> #::text)
                    ((email)::text = 'x'::text)                  | ((email)::text = #::text)
                    (name > 'x'::character varying(20))          | (name > #::character varying(20))
                    (email = ANY (ARRAY['a'::text, 'b']))        | (email = ANY (ARRAY[#::text, #]))
                    ((email)::integer > 5)                       | ((email)::integer > #)
                    CASE WHEN (email = 'x') THEN (5) END | CASE WHEN (email = #) THEN (#) END
                    CASE WHEN (a AND email) THEN 'x' END | CASE WHEN (a AND email) THEN # END
                    (email = 'x'::public.t(3))                   | (email = #::public.t(3))
                    (EMAIL = E'\\x')                           | (EMAIL = #)
                    (email = B'101') OR (email = X'1F')          | (email = #) OR (email = #)
                    (email = $$x$$)                              | (email = #)
                    ("Odd \"\"one\"\"" = 1.5)                        | ("Odd \"\"one\"\"" = #)
                    (email > nextval('s'::regclass))             | (email > nextval('s'::regclass))
                    (status = 'paid'::text)                      | (status = 'paid'::text)
                    ((status = 'p') AND (email = 'x'))           | ((status = 'p') AND (email = #))
                    (NOT (a = 'x' AND (b OR email = 'z'))) | (NOT (a = 'x' AND (b OR email = #)))
                    f(a AND (email <> 'y'), b = 'z')             | f(a AND (email <> #), b = #)
                    ROW(email, (a AND b)) = ROW('x', 'y')        | ROW(email, (a AND b)) = ROW(#, #)
                    ((email = 'x') OR (status = 'p'))            | ((email = #) OR (status = 'p'))
                    (email ~~ '%é€😀'::text)                     | (email ~~ #::text)
                    """)
    void onlyConstantsOfConditionsAboutAHiddenColumnGo(String expression, String expected) {
        assertThat(MASK.conditions(expression, HIDDEN::contains))
                .contains(expected.replace("#", "NULL /* masked */"));
    }

    @Test
    void anExpressionLosesEveryConstant() {
        assertThat(MASK.expression("(a = 'x'::text) AND (b > (5)::numeric(10,2))"))
                .contains(
                        "(a = NULL /* masked */::text) AND (b > (NULL /* masked"
                                + " */)::numeric(10,2))");
    }

    @Test
    void aBodyLosesEveryConstantAndComment() {
        String body =
                """
                DECLARE v text := 'alice'; -- for alice
                BEGIN
                  RAISE NOTICE 'hello %', v; /* alice */
                  UPDATE t SET email = $x$alice$x$, n = 42 WHERE n = 4.2;
                END
                """;

        assertThat(MASK.body(body).orElseThrow())
                .isEqualTo(
                        """
                        DECLARE v text := 'masked'; /* masked */
                        BEGIN
                          RAISE NOTICE 'masked', v; /* masked */
                          UPDATE t SET email = 'masked', n = 0 WHERE n = 0;
                        END
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"email = 'open", "email = $$open", "/* open"})
    void whatHasNoEndIsNotTakenApart(String text) {
        assertThat(MASK.conditions(text, HIDDEN::contains)).isEmpty();
        assertThat(MASK.body(text)).isEmpty();
    }
}
