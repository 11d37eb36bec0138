package dev.dryrun.plugins.s3store;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Writes a key that nobody has written.
///
/// Where the server knows `If-None-Match: *` it decides between two writers. Some servers refuse
/// it, and some, which is worse, take no notice; so it is tried out once, on a key of its own.
/// Without it a key is looked for and then written: two writers at the same moment then both write,
/// and both are told so. As they write the same bytes, nothing is lost by it.
final class Writer {

    /// Under `tmp/`, so that nobody sees it; it stays, so that the next one needs one request.
    static final String PROBE = "tmp/if-none-match";

    private static final int FAILED_CONDITION = 412;
    private static final Set<String> UNKNOWN =
            Set.of("NotImplemented", "InvalidArgument", "InvalidRequest");

    private final S3Place place;
    private final Connection connection;
    private @Nullable Boolean conditional;

    Writer(S3Place place, Connection connection) {
        this.place = place;
        this.connection = connection;
    }

    /// {@return whether it was written; false when it was there}
    boolean put(String key, byte[] content) {
        Upload upload = new Upload(key, content);
        return knowsConditions() ? putIfNone(upload) : putIfNotSeen(upload);
    }

    private boolean putIfNone(Upload upload) {
        try {
            send(upload, true);
            return true;
        } catch (S3Exception e) {
            if (e.statusCode() != FAILED_CONDITION) {
                throw e;
            }
            return repeated(e) && upload.token().equals(tokenOf(upload.key()));
        }
    }

    private boolean putIfNotSeen(Upload upload) {
        if (find(upload.key()) != null) {
            return false;
        }
        send(upload, false);
        return true;
    }

    /// An attempt whose answer got lost may have written; then the next one finds its own.
    private static boolean repeated(S3Exception refusal) {
        Integer attempts = refusal.numAttempts();
        return attempts == null || attempts > 1;
    }

    private @Nullable String tokenOf(String key) {
        HeadObjectResponse there = find(key);
        return there == null ? null : there.metadata().get(Upload.TOKEN);
    }

    private @Nullable HeadObjectResponse find(String key) {
        try {
            return client().headObject(it -> it.bucket(place.bucket()).key(key));
        } catch (S3Exception e) {
            if (e.statusCode() == 404) {
                return null;
            }
            throw e;
        }
    }

    private synchronized boolean knowsConditions() {
        if (conditional == null) {
            boolean writtenOnce = writesProbe();
            boolean writtenTwice = writtenOnce && writesProbe();
            conditional = !writtenTwice;
        }
        return conditional;
    }

    /// {@return whether the key of the probe was written; the second time it must not be}
    private boolean writesProbe() {
        byte[] content =
                "dryrun asks here whether If-None-Match is known\n"
                        .getBytes(StandardCharsets.UTF_8);
        try {
            send(new Upload(place.prefix() + PROBE, content), true);
            return true;
        } catch (S3Exception e) {
            if (e.statusCode() == FAILED_CONDITION) {
                return false;
            }
            if (refusesConditions(e)) {
                return true;
            }
            throw e;
        }
    }

    private static boolean refusesConditions(AwsServiceException refusal) {
        return refusal.awsErrorDetails() != null
                && UNKNOWN.contains(refusal.awsErrorDetails().errorCode());
    }

    private void send(Upload upload, boolean ifNone) {
        client().putObject(
                        upload.request(place).ifNoneMatch(ifNone ? "*" : null).build(),
                        upload.body());
    }

    private S3Client client() {
        return connection.client();
    }
}
