package dev.dryrun.pgquery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class PsqlScriptTest {

    @Test
    void commandsAndRowsAreSteppedOver() {
        String script =
                """
                \\restrict 7c0ZlN
                -- COPY t FROM stdin;
                SET x = 1;
                COPY public.t (a, b) FROM stdin;
                1\tit's "open
                2\t\\N
                \\.

                \\set name 'a;b' \\echo done
                SELECT '\\d', E'it\\'s \\d', "\\", $q$ \\d ; $q$ /* \\d /* ' */ */;
                SELECT 1 \\gset x_
                SELECT 2 \\; SELECT 3;
                copy t from stdin with (format csv);
                a,"b;
                \\.
                \\copy t from stdin
                3
                \\.
                \\unrestrict 7c0ZlN
                """;

        PsqlScript read = PsqlScript.of(script);

        assertThat(statements(read))
                .containsExactly(
                        "SET x = 1",
                        "COPY public.t (a, b) FROM stdin",
                        "SELECT '\\d', E'it\\'s \\d', \"\\\", $q$ \\d ; $q$",
                        "SELECT 1",
                        "SELECT 2",
                        "SELECT 3",
                        "copy t from stdin with (format csv)");
        assertThat(read.jumps()).isEmpty();
    }

    @Test
    void placesStayThoseOfTheScript() {
        String script =
                "\\restrict a\nCOPY t FROM stdin;\n1\n\\.\nSELECT nope;\n\\echo x\nSELECT two";

        PsqlScript read = PsqlScript.of(script);

        for (String word : List.of("COPY", "nope", "two")) {
            assertThat(read.sql().original(read.sql().text().indexOf(word)))
                    .isEqualTo(script.indexOf(word));
        }
    }

    @Test
    void rowsWithoutAnEndReachToTheEnd() {
        assertThat(statements(PsqlScript.of("COPY t FROM stdin;\n1\nSELECT 1;\n")))
                .containsExactly("COPY t FROM stdin");
        assertThat(statements(PsqlScript.of("COPY t FROM stdin;"))).hasSize(1);
        assertThat(statements(PsqlScript.of("COPY t TO stdout;\nSELECT 1;"))).hasSize(2);
    }

    @Test
    void whatBringsMoreStatementsIsTold() {
        PsqlScript read = PsqlScript.of("SELECT 1;\n\\i other.sql\nSELECT 2;\n\\c db\nSELECT 3;");

        String sql = read.sql().text();
        assertThat(read.jumps()).hasSize(2);
        assertThat(read.jumps().getFirst())
                .isBetween(sql.indexOf("SELECT 1"), sql.indexOf("SELECT 2"));
        assertThat(read.jumps().getLast())
                .isBetween(sql.indexOf("SELECT 2"), sql.indexOf("SELECT 3"));
    }

    @Test
    void whatIsNoScriptStaysAsItIs() {
        for (String text :
                List.of("", ";", "SELECT 'a' -- from stdin", "SELECT '", "$a$ ;", "/*")) {
            assertThat(PsqlScript.of(text).sql().text()).isEqualTo(text);
        }
        for (String text : List.of("\\", "\\\\", "\\;", "SELECT '\\", "\\g", "\\'", "a\\`b")) {
            assertThat(PsqlScript.of(text).sql().original(0)).isNotNegative();
        }
    }

    private static List<String> statements(PsqlScript script) {
        return Parser.value(Parser.PARSER.split(script.sql().text())).stream()
                .map(SplitStatement::text)
                .map(text -> text.replaceFirst(" */\\*[^*]*.*$", "").strip())
                .toList();
    }
}
