package dev.dryrun.testkit;

import java.util.Random;
import java.util.function.Consumer;

/// Properties checked on generated cases, each of which its seed brings back.
public final class Seeded {

    private Seeded() {}

    /// Checks a property on the seeds from 1 on.
    ///
    /// @param few how many cases in the default run
    /// @param many how many under `-Ddryrun.test.all=true`
    /// @param property makes a case from the generator, and throws when the case fails
    /// @throws AssertionError for the first case that fails; names its seed
    public static void check(int few, int many, Consumer<Random> property) {
        int cases = Boolean.getBoolean("dryrun.test.all") ? many : few;
        for (long seed = 1; seed <= cases; seed++) {
            replay(seed, property);
        }
    }

    /// Checks a property on one case again.
    ///
    /// @param seed the seed that a failure named
    /// @param property as for [#check(int, int, Consumer)]
    /// @throws AssertionError when the case fails
    public static void replay(long seed, Consumer<Random> property) {
        try {
            property.accept(new Random(seed));
        } catch (RuntimeException | AssertionError e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }
}
