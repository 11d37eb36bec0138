package dev.dryrun.plugins.git;

import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;

/// Pauses that grow, each by chance shorter or longer, so that those who met do not meet again.
final class Patience {

    private static final double FIRST_MS = 80;
    private static final double GROWTH = 1.6;
    private static final double LONGEST_MS = 5_000;

    private final int attempts;
    private int used;

    /// Makes one.
    ///
    /// @param attempts how often something is tried, 1 or more
    Patience(int attempts) {
        this.attempts = attempts;
    }

    /// {@return whether another attempt is left}
    boolean left() {
        return used + 1 < attempts;
    }

    /// Uses up one attempt, and waits.
    void pause(Cancellation cancellation) throws IOException {
        double longest = Math.min(LONGEST_MS, FIRST_MS * Math.pow(GROWTH, used));
        used++;
        cancellation.pause((long) ThreadLocalRandom.current().nextDouble(longest / 2, longest));
    }
}
