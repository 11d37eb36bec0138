package dev.dryrun.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.model.SqlPlace;
import org.junit.jupiter.api.Test;

final class CaretTest {

    @Test
    void theCaretStandsUnderTheCharacter() {
        assertThat(under("SELECT a\nFROM b\n", 15)).isEqualTo("    FROM b\n         ^\n");
    }

    @Test
    void aTabTakesOneCell() {
        assertThat(under("\tx", 2)).isEqualTo("     x\n     ^\n");
    }

    @Test
    void wideAndCombiningCharactersAreCountedAsATerminalDrawsThem() {
        assertThat(under("注文 x", 4)).isEqualTo("    注文 x\n         ^\n");
        assertThat(under("e\u0301 x", 4)).isEqualTo("    e\u0301 x\n      ^\n");
    }

    @Test
    void anEscapedCharacterPushesTheCaretOn() {
        assertThat(under("\u001bx", 2)).isEqualTo("    \\u001bx\n          ^\n");
    }

    @Test
    void aLongLineIsCutAroundThePlace() {
        String text = under("a".repeat(500) + "X" + "b".repeat(500), 501);
        assertThat(text.lines()).allMatch(line -> line.length() <= 80);
        String[] lines = text.split("\n", -1);
        assertThat(lines[0]).startsWith("    ...aaa").endsWith("bbb...");
        assertThat(lines[0].charAt(lines[1].indexOf('^'))).isEqualTo('X');
    }

    @Test
    void thePlaceAfterTheLastCharacterIsShown() {
        assertThat(under("SELECT", 7)).isEqualTo("    SELECT\n          ^\n");
        assertThat(under("", 1)).isEqualTo("    \n    ^\n");
    }

    private static String under(String sql, int position) {
        return Caret.under(sql, SqlPlace.of(sql, position));
    }
}
