package dev.dryrun.plugins.s3store;

import java.time.Duration;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/// How often what may pass is tried, and how long is waited between: a random time up to `first`
/// the first time, up to twice as much the next, and so on up to `longest`.
///
/// @param attempts how often altogether, 1 or more
/// @param first the bound of the first pause
/// @param firstBusy the same, when the server says that it is busy
/// @param longest no bound is longer
record Retries(int attempts, Duration first, Duration firstBusy, Duration longest) {

    /// Some eleven seconds on average, or twenty of a busy server.
    static final Retries USUAL =
            new Retries(8, Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofSeconds(10));

    /// {@return the same pauses, but fewer}
    Retries atMost(int most) {
        return new Retries(Math.min(attempts, most), first, firstBusy, longest);
    }

    /// {@return the SDK's own, with these pauses; its budget of retries for a whole client is off:
    /// a busy server would end a long push early}
    StandardRetryStrategy strategy() {
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(attempts)
                .backoffStrategy(BackoffStrategy.exponentialDelay(first, longest))
                .throttlingBackoffStrategy(BackoffStrategy.exponentialDelay(firstBusy, longest))
                .circuitBreakerEnabled(false)
                .retryOnException(Retries::mayPass)
                .build();
    }

    /// What the SDK gives up at once: bytes altered on the way, and two writers of one name.
    private static boolean mayPass(Throwable failure) {
        return failure instanceof AwsServiceException refusal
                && refusal.awsErrorDetails() != null
                && ("BadDigest".equals(refusal.awsErrorDetails().errorCode())
                        || "ConditionalRequestConflict"
                                .equals(refusal.awsErrorDetails().errorCode()));
    }
}
