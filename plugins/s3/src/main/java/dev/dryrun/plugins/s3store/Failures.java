package dev.dryrun.plugins.s3store;

import dev.dryrun.store.spi.StoreException;
import dev.dryrun.store.spi.StoreException.Kind;
import java.io.IOException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

/// Says in one line what went wrong, and in one what to do. What a server or the SDK says is never
/// repeated, only codes: it may hold anything.
final class Failures {

    private static final String AGAIN =
            "try again later; what was written stays, and is not sent again";

    private final S3Place place;

    Failures(S3Place place) {
        this.place = place;
    }

    StoreException interrupted(@Nullable Throwable cause) {
        return new StoreException(
                Kind.INTERRUPTED,
                "interrupted while using " + place.shown(),
                "the same command goes on from here",
                cause);
    }

    StoreException damaged(String name, String how) {
        return new StoreException(
                Kind.DAMAGED,
                name + " in " + place.shown() + " " + how,
                "delete it there, and push it again from where it is whole",
                null);
    }

    /// {@return what a failure means to the one who asked}
    StoreException of(Throwable failure, Action action) {
        for (Throwable it = failure; it != null; it = it.getCause()) {
            switch (it) {
                case StoreException known -> {
                    return known;
                }
                case AwsServiceException refusal -> {
                    return refused(refusal, action);
                }
                case UnknownHostException _ -> {
                    return unreachable("there is no host " + host(), "correct endpoint", failure);
                }
                case SSLException _ -> {
                    return unreachable(
                            "no trusted connection to " + host(),
                            "let Java trust its certificate, or correct endpoint",
                            failure);
                }
                case IOException _, ApiCallAttemptTimeoutException _ -> {
                    return unreachable(
                            host() + " does not answer, or no longer",
                            "correct endpoint, or the network; then again",
                            failure);
                }
                default -> {}
            }
        }
        return new StoreException(
                Kind.FAILED,
                "could not " + action.verb() + " in " + place.shown() + ": " + kindOf(failure),
                failure instanceof SdkClientException
                        ? "look at the remote's options and the shared AWS configuration"
                        : AGAIN,
                failure);
    }

    private StoreException refused(AwsServiceException refusal, Action action) {
        AwsErrorDetails details = refusal.awsErrorDetails();
        String said = details == null || details.errorCode() == null ? "" : details.errorCode();
        String code = said.matches("[A-Za-z0-9._-]{1,80}") ? said : "";
        return switch (code) {
            case "NoSuchBucket" -> missingBucket(refusal);
            case "ExpiredToken", "ExpiredTokenException", "TokenRefreshRequired" ->
                    denied("the credentials have expired", "get new ones, then again", refusal);
            case "InvalidAccessKeyId", "InvalidToken", "InvalidClientTokenId" ->
                    denied(
                            host() + " does not know the access key",
                            "look which keys are used: environment, profile, role",
                            refusal);
            case "SignatureDoesNotMatch" ->
                    denied(
                            "the secret does not fit the access key",
                            "correct AWS_SECRET_ACCESS_KEY, or where the profile has it",
                            refusal);
            case "RequestTimeTooSkewed", "RequestExpired" ->
                    denied("the clocks here and there differ", "set this machine's clock", refusal);
            case "PermanentRedirect",
                    "AuthorizationHeaderMalformed",
                    "IllegalLocationConstraintException" ->
                    otherRegion(refusal);
            case "QuotaExceeded",
                    "QuotaExceededException",
                    "XMinioStorageFull",
                    "InsufficientCapacity" ->
                    full(refusal);
            default -> byStatus(refusal, code, action);
        };
    }

    private StoreException byStatus(AwsServiceException refusal, String code, Action action) {
        int status = refusal.statusCode();
        if (status == 301 || status == 307) {
            return otherRegion(refusal);
        }
        if (code.startsWith("KMS.")) {
            return denied(
                    "the encryption key cannot be used: " + code,
                    "correct kms_key, or ask for kms:GenerateDataKey and kms:Decrypt on it",
                    refusal);
        }
        if (status == 401 || status == 403) {
            return denied(
                    "may not " + action.verb() + " in " + place.shown(),
                    "ask for " + action.permission() + " there" + keyToo(action),
                    refusal);
        }
        if (status == 404 && action != Action.READ) {
            return missingBucket(refusal);
        }
        if (status == 507) {
            return full(refusal);
        }
        String told = status + (code.isEmpty() ? "" : " " + code);
        if (status >= 500 || status == 429) {
            return new StoreException(
                    Kind.UNREACHABLE,
                    host() + " is busy or broken, and stayed so: " + told,
                    AGAIN,
                    refusal);
        }
        return new StoreException(
                Kind.FAILED,
                "could not " + action.verb() + " in " + place.shown() + ": " + told,
                "look whether the server knows what is asked of it; sse and path_style matter",
                refusal);
    }

    private String keyToo(Action action) {
        boolean kms = place.encryption() instanceof Encryption.Kms && action == Action.WRITE;
        return kms ? ", and for kms:GenerateDataKey on the key" : "";
    }

    private StoreException missingBucket(Throwable cause) {
        return new StoreException(
                Kind.MISSING,
                "there is no bucket \"" + place.bucket() + "\" at " + host(),
                "make it, or correct ref or endpoint",
                cause);
    }

    private StoreException otherRegion(AwsServiceException refusal) {
        AwsErrorDetails details = refusal.awsErrorDetails();
        String region =
                details == null || details.sdkHttpResponse() == null
                        ? ""
                        : details.sdkHttpResponse()
                                .firstMatchingHeader("x-amz-bucket-region")
                                .filter(it -> it.matches("[a-z0-9-]{1,64}"))
                                .orElse("");
        return new StoreException(
                Kind.INVALID,
                "bucket \""
                        + place.bucket()
                        + "\" is in "
                        + (region.isEmpty() ? "another region" : "region " + region),
                region.isEmpty() ? "set region to the bucket's" : "set region = \"" + region + "\"",
                refusal);
    }

    private StoreException full(Throwable cause) {
        return new StoreException(
                Kind.FULL,
                "no space is left for bucket \"" + place.bucket() + "\"",
                "remove snapshots there, or ask for more",
                cause);
    }

    private static StoreException denied(String message, String hint, Throwable cause) {
        return new StoreException(Kind.DENIED, message, hint, cause);
    }

    private static StoreException unreachable(String message, String hint, Throwable cause) {
        return new StoreException(Kind.UNREACHABLE, message, hint, cause);
    }

    private String host() {
        if (place.endpoint() == null) {
            return "Amazon S3";
        }
        int port = place.endpoint().getPort();
        return place.endpoint().getHost() + (port < 0 ? "" : ":" + port);
    }

    private static String kindOf(Throwable failure) {
        return failure.getClass().getSimpleName();
    }
}
