package dev.dryrun.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SeededTest {

    @Test
    void theSeedOfAFailureBringsTheCaseBack() {
        List<Integer> seen = new ArrayList<>();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Seeded.check(5, 5, random -> failOnTheThird(seen, random)))
                .withMessageStartingWith("seed 3: ");
        Seeded.replay(3, random -> assertThat(random.nextInt()).isEqualTo(seen.getLast()));
        assertThat(seen).doesNotHaveDuplicates();
    }

    private static void failOnTheThird(List<Integer> seen, Random random) {
        seen.add(random.nextInt());
        assertThat(seen).hasSizeLessThan(3);
    }
}
