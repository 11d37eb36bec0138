package dev.dryrun.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearestTest {

    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "'', abc, 3",
        "users, users, 0",
        "databse_id, database_id, 1",
        "usres, users, 1",
        "customer, custoemrs, 2",
        "ca, abc, 3",
        "Users, users, 0",
        "kitten, sitting, 3",
    })
    void aSwapOfNeighboursIsOneEdit(String one, String other, int distance) {
        assertThat(Nearest.distance(one, other)).isEqualTo(distance);
        assertThat(Nearest.distance(other, one)).isEqualTo(distance);
    }

    @Test
    void aCharacterOutsideTheBasicPlaneIsOneCharacter() {
        assertThat(Nearest.distance("a😀", "a")).isEqualTo(1);
    }

    @Test
    void theNearestComesFirstAndTheFarAreLeftOut() {
        List<String> known = List.of("borders", "orders", "order_items", "customers");
        assertThat(Nearest.of("oders", known, 3)).containsExactly("orders", "borders");
        assertThat(Nearest.one("oders", known)).contains("orders");
        assertThat(Nearest.of("oders", known, 1)).containsExactly("orders");
    }

    @Test
    void nothingNearGivesNothing() {
        assertThat(Nearest.of("invoices", List.of("users", "orders"), 3)).isEmpty();
        assertThat(Nearest.ties("invoices", List.of("users", "orders"))).isEmpty();
    }

    @Test
    void oneEditIsForgivenInTheShortestWord() {
        assertThat(Nearest.one("i", List.of("id"))).contains("id");
        assertThat(Nearest.one("xy", List.of("id"))).isEmpty();
    }

    @Test
    void wordsEquallyNearAreAllNamed() {
        assertThat(Nearest.ties("name_", List.of("names", "name2", "surname"))).hasSize(2);
        assertThat(Nearest.ties("names", List.of("name", "names"))).containsExactly("names");
    }
}
