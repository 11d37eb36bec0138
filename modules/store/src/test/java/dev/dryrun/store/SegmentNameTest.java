package dev.dryrun.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SegmentNameTest {

    @Test
    void everyIdHasANameOfItsOwnThatLeadsBack() {
        List<String> ids =
                List.of(
                        "shop", "Shop", "shop_1", "shop-1", "-shop", ".shop", "..", ".", "a.b", "_",
                        "__", "_2e", "ä", "a/b", "a\\b", "tmp", "con", " ", "\u0000", "日本", "a b");
        List<String> names = ids.stream().map(SegmentName::of).toList();

        assertThat(names)
                .doesNotHaveDuplicates()
                .allMatch(it -> it.matches("[a-z0-9_][a-z0-9._-]{0,127}"));
        assertThat(names).extracting(it -> SegmentName.id(it).orElseThrow()).isEqualTo(ids);
    }

    @Test
    void whatIsTooLongIsADigestThatLeadsNowhere() {
        String name = SegmentName.of("ü".repeat(43));

        assertThat(name).startsWith("__").hasSize(66).isNotEqualTo(SegmentName.of("ü".repeat(44)));
        assertThat(SegmentName.id(name)).isEmpty();
        assertThat(SegmentName.id(SegmentName.of("ü".repeat(20)))).contains("ü".repeat(20));
    }

    @Test
    void aNameThatWeWouldNotGiveIsNoId() {
        assertThat(List.of("_6", "_zz", "_61", "_2E", "a_ff", ""))
                .allMatch(name -> SegmentName.id(name).isEmpty());
    }
}
