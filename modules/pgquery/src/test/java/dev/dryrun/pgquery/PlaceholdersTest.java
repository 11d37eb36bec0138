package dev.dryrun.pgquery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.pgquery.ParseResult.Parsed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlaceholdersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '`',
            value = {
                "SELECT :id, :name, :id                 ¦ SELECT  $1,  $2,  $1",
                "SELECT a::text, :b::int FROM t         ¦ SELECT a::text,  $1::int FROM t",
                "SELECT a[1:2] WHERE b = :b             ¦ SELECT a[1:2] WHERE b =  $1",
                "SELECT ':a', \":b\", :c -- :d          ¦ SELECT ':a', \":b\",  $1 -- :d",
                "SELECT :'name', :\"column\"            ¦ SELECT  $1, :\"column\"",
                "SELECT $$ :a ? $$, :b                  ¦ SELECT $$ :a ? $$,  $1",
                "SELECT * FROM t WHERE a=@a AND b = @b  ¦ SELECT * FROM t WHERE a= $1 AND b =  $2",
                "SELECT a @@ b, @c                      ¦ SELECT a @@ b,  $1",
                "INSERT INTO t VALUES (?, ?,?)          ¦ INSERT INTO t VALUES ( $1,  $2, $3)",
                "SELECT a=? AND b >= ? OR c<>?           ¦ SELECT a= $1 AND b >=  $2 OR c<> $3",
                "SELECT a ? 'b', a ?| c, a ?& d, e = ?  ¦ SELECT a ? 'b', a ?| c, a ?& d, e =  $1",
                "SELECT a ? ?                           ¦ SELECT a ?  $1",
                "SELECT a ?? 'b' WHERE c = ?            ¦ SELECT a ? 'b' WHERE c =  $1",
                "SELECT 1 WHERE a LIKE ? ESCAPE '!'     ¦ SELECT 1 WHERE a LIKE  $1 ESCAPE '!'",
                "SELECT 1 WHERE a BETWEEN ? AND ?       ¦ SELECT 1 WHERE a BETWEEN  $1 AND  $2",
                "SELECT 1 LIMIT ? OFFSET ?              ¦ SELECT 1 LIMIT  $1 OFFSET  $2",
                "SELECT ?::int + $3                     ¦ SELECT  $4::int + $3",
                "UPDATE t SET a = %s WHERE b=%s         ¦ UPDATE t SET a =  $1 WHERE b= $2",
                "SELECT %(a)s, %(b)s, %(a)s, 5 %% 2     ¦ SELECT  $1,  $2,  $1, 5 %% 2",
                "SELECT 'ü😀', :a, 'é', ?               ¦ SELECT 'ü😀',  $1, 'é',  $2",
            })
    void theyAreReadAsParameters(String sql, String read) {
        assertThat(Placeholders.readings(Parser.PARSER, sql).getFirst().text()).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "SELECT ':a', '?', '%s', \"@b\" -- :c ?",
                "SELECT a::text",
                "SELECT a ? 'b'",
                "SELECT a %% b",
                "SELECT 'open",
                "SELECT f(a := 1)",
            })
    void whatHasNoneHasNoSuchReading(String sql) {
        assertThat(Placeholders.readings(Parser.PARSER, sql))
                .allSatisfy(reading -> assertThat(reading.text()).isNotEqualTo(sql))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(Placeholders.readings(Parser.PARSER, "SELECT 'a'")).isEmpty();
    }

    @Test
    void amongNamesAMarkMayBeOneOrTheOther() {
        String sql = "SELECT a FROM t ORDER BY a FETCH FIRST ? ROWS ONLY";

        List<EditedText> readings = Placeholders.readings(Parser.PARSER, sql);

        assertThat(readings)
                .anySatisfy(reading ->
                        assertThat(Parser.PARSER.parse(reading.text())).isInstanceOf(Parsed.class));
    }

    @Test
    void placesStayThoseOfTheText() {
        String sql = "SELECT :first, nope, ?, nope";

        EditedText reading = Placeholders.readings(Parser.PARSER, sql).getFirst();

        int one = reading.text().indexOf("nope");
        int other = reading.text().lastIndexOf("nope");
        assertThat(reading.original(one)).isEqualTo(sql.indexOf("nope"));
        assertThat(reading.original(other)).isEqualTo(sql.lastIndexOf("nope"));
        assertThat(reading.original(reading.text().indexOf("$2"))).isEqualTo(sql.indexOf('?'));
        assertThat(reading.original(reading.text().length())).isEqualTo(sql.length());
    }
}
