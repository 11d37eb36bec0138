package dev.dryrun.pgquery;

import static dev.dryrun.pgquery.Parser.PARSER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.pgquery.ParseResult.Rejected;
import dev.dryrun.pgquery.tree.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Texts written anew from their trees, and the bodies of PL/pgSQL.
final class DeparseTest {

    private static final int CHANGED = Boolean.getBoolean("dryrun.test.all") ? 50_000 : 1_000;

    private static final String FUNCTION =
            """
            CREATE FUNCTION raise_salary(who bigint, by numeric) RETURNS numeric
            LANGUAGE plpgsql AS $$
            DECLARE
                result numeric := 0;
                one record;
            BEGIN
                FOR one IN SELECT id, salary FROM staff WHERE boss = who LOOP
                    UPDATE staff SET salary = salary + by WHERE id = one.id;
                    result := result + by;
                END LOOP;
                IF result > 1000 THEN
                    RAISE NOTICE 'much: %', result;
                END IF;
                RETURN result;
            EXCEPTION WHEN division_by_zero THEN
                RETURN NULL;
            END
            $$
            """;

    @Test
    void aTextIsWrittenAnewFromItsTree() {
        assertThat(Parser.value(PARSER.deparse("select  a,b from t /* c */ where not(x=1) ;")))
                .isEqualTo("SELECT a, b FROM t WHERE NOT x = 1");
        assertThat(Parser.value(PARSER.deparse("SELECT 1; SELECT 'é'"))).contains("'é'");
        assertThat(PARSER.deparse("SELEC 1")).isInstanceOf(Rejected.class);
        assertThat(Parser.value(PARSER.deparse(" -- nothing"))).isEmpty();
    }

    @Test
    void whatIsWrittenAnewMeansTheSame() throws IOException {
        for (String statement : statements()) {
            if (PARSER.parse(statement) instanceof Rejected<?>) {
                continue;
            }
            String written = Parser.value(PARSER.deparse(statement));

            assertThat(Parser.value(PARSER.fingerprint(written)))
                    .as(statement + "\n" + written)
                    .isEqualTo(Parser.value(PARSER.fingerprint(statement)));
        }
    }

    @Test
    void bodiesOfPlPgSqlAreRead() {
        List<Node> bodies = Parser.value(PARSER.parsePlpgsql(FUNCTION + ";\nSELECT 1"));

        assertThat(bodies).hasSize(1);
        assertThat(bodies.getFirst().toString())
                .contains("UPDATE staff SET salary = salary + by WHERE id = one.id")
                .contains("PLpgSQL_stmt_raise");
        assertThat(Parser.value(PARSER.parsePlpgsql("SELECT 1"))).isEmpty();
        assertThat(
                        Parser.error(PARSER.parsePlpgsql(FUNCTION.replace("END LOOP", "END LOP")))
                                .message())
                .contains("syntax error");
    }

    @Test
    void noTextEndsTheProcess() throws IOException {
        Random random = new Random(20_261_122);
        List<String> statements = statements();
        for (int i = 0; i < CHANGED; i++) {
            String of = i % 2 == 0 ? FUNCTION : statements.get(random.nextInt(statements.size()));
            String text = changed(changed(of, random), random);

            assertThat(PARSER.deparse(text)).isNotNull();
            assertThat(PARSER.parsePlpgsql(text)).isNotNull();
        }
    }

    private static String changed(String text, Random random) {
        int at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + 1 + random.nextInt(12));
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, at) + text.substring(end);
            case 1 -> text.substring(0, at) + text.substring(at, end) + text.substring(at);
            default ->
                    text.substring(0, at) + (char) (33 + random.nextInt(90)) + text.substring(end);
        };
    }

    private static List<String> statements() throws IOException {
        Path corpus =
                Path.of(System.getProperty("basedir", "."), "../query/src/test/oracle/valid.sql");
        return List.of(Files.readString(corpus).strip().split("\n\n+"));
    }
}
