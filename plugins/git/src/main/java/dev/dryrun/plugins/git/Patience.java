package dev.dryrun.plugins.git;

import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;

/// Pauses that grow, each by chance shorter or longer, so that those who met do not meet again.
final class Patience {

    private static final long FIRST_MS = 100;
    private static final long LONGEST_MS = 5_000;

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
        long longest = Math.min(LONGEST_MS, FIRST_MS << Math.min(used, 16));
        used++;
        cancellation.pause(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
    }
}
