package dev.dryrun.pgquery;

import static dev.dryrun.pgquery.Parser.PARSER;
import static dev.dryrun.pgquery.Parser.error;
import static dev.dryrun.pgquery.Parser.tree;
import static dev.dryrun.pgquery.Parser.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.pgquery.ParseError.Kind;
import dev.dryrun.pgquery.tree.RangeVar;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceTextTest {

    @Test
    void bytesThatAreNotUtf8AreRejectedWithTheirPlace() {
        byte[] bytes = "SELECT 1;\nSELECT 'caf?'".getBytes(StandardCharsets.ISO_8859_1);
        bytes[21] = (byte) 0xE9;

        assertThat(error(PARSER.parse(bytes)))
                .isEqualTo(
                        new ParseError(
                                Kind.ENCODING,
                                "22021",
                                "the text has byte 0xe9, which is not UTF-8 there",
                                new SourcePosition(21, 21, 2, 12)));
    }

    @Test
    void aCharacterCutShortAtTheEndIsRejected() {
        byte[] whole = "SELECT 'é".getBytes(StandardCharsets.UTF_8);
        byte[] cut = Arrays.copyOf(whole, whole.length - 1);

        assertThat(error(PARSER.parse(cut)).kind()).isEqualTo(Kind.ENCODING);
    }

    @Test
    void aNulCharacterIsRejectedAndCutsNothingOff() {
        ParseError error = error(PARSER.parse("SELECT 1;\0 DROP TABLE t"));

        assertThat(error.message())
                .isEqualTo("the text has a NUL character, which PostgreSQL's text lacks");
        assertThat(error.position()).isEqualTo(new SourcePosition(9, 9, 1, 10));
        assertThat(error(PARSER.parse("SELECT 1\0".getBytes(StandardCharsets.UTF_8))).kind())
                .isEqualTo(Kind.ENCODING);
    }

    @Test
    void halfASurrogatePairIsRejectedByEveryFunction() {
        String half = "SELECT 'é\uD83D'";

        for (ParseResult<?> result :
                List.of(
                        PARSER.parse(half),
                        PARSER.scan(half),
                        PARSER.split(half),
                        PARSER.normalize(half),
                        PARSER.fingerprint(half))) {
            assertThat(error(result).kind()).isEqualTo(Kind.ENCODING);
            assertThat(error(result).position()).isEqualTo(new SourcePosition(10, 9, 1, 10));
        }
        assertThat(error(PARSER.parse("\uD83D")).kind()).isEqualTo(Kind.ENCODING);
        assertThat(error(PARSER.parse("\uDE00 SELECT")).kind()).isEqualTo(Kind.ENCODING);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() {
        byte[] marked = "\uFEFFSELECT 1".getBytes(StandardCharsets.UTF_8);

        assertThat(value(PARSER.parse(marked)).source().text()).isEqualTo("SELECT 1");
    }

    @Test
    void everyPlaceIsFoundFromItsByteAndFromItsCharacter() {
        String text = "aé\n😀b\n\nz";
        SourceText source = value(SourceText.of(text));

        int line = 1;
        int column = 1;
        for (int at = 0; at <= text.length(); at = text.offsetByCodePoints(at, 1)) {
            int bytes = text.substring(0, at).getBytes(StandardCharsets.UTF_8).length;
            SourcePosition expected = new SourcePosition(bytes, at, line, column);
            assertThat(source.at(bytes)).isEqualTo(expected);
            assertThat(source.atChar(at)).isEqualTo(expected);
            if (at == text.length()) {
                break;
            }
            boolean end = text.charAt(at) == '\n';
            line += end ? 1 : 0;
            column = end ? 1 : column + 1;
        }
    }

    @Test
    void aNamesPlaceIsFoundBehindLongCharacters() {
        ParseTree tree = tree("SELECT '😀é'\nFROM  missing");

        assertThat(tree.position(tree.find(RangeVar.class).getFirst()))
                .isEqualTo(new SourcePosition(22, 19, 2, 7));
    }
}
