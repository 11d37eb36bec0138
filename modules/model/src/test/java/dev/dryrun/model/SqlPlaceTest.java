package dev.dryrun.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class SqlPlaceTest {

    @Test
    void placesAreCountedInCharactersFromOne() {
        assertThat(SqlPlace.of("select 1", 1)).isEqualTo(new SqlPlace(1, 1, 1));
        assertThat(SqlPlace.of("a\nbc\nd", 4)).isEqualTo(new SqlPlace(4, 2, 2));
        assertThat(SqlPlace.of("'😀' x", 5)).isEqualTo(new SqlPlace(5, 1, 5));
    }

    @Test
    void everyKindOfLineEndEndsOneLine() {
        assertThat(SqlPlace.of("a\r\nb", 4)).isEqualTo(new SqlPlace(4, 2, 1));
        assertThat(SqlPlace.of("a\rb", 3)).isEqualTo(new SqlPlace(3, 2, 1));
        assertThat(SqlPlace.of("a\n\nb", 4)).isEqualTo(new SqlPlace(4, 3, 1));
    }

    @Test
    void aPlaceBeyondTheTextIsItsEnd() {
        assertThat(SqlPlace.of("ab", 99)).isEqualTo(new SqlPlace(3, 1, 3));
        assertThat(SqlPlace.of("", 1)).isEqualTo(new SqlPlace(1, 1, 1));
    }

    @Test
    void thereIsNoPlaceZero() {
        assertThatThrownBy(() -> new SqlPlace(0, 1, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
