package dev.dryrun.plugins.s3store;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/// How the server is asked to encrypt what it keeps.
sealed interface Encryption {

    /// As the bucket is set up.
    record Usual() implements Encryption {}

    /// With keys of the storage service.
    record Aes256() implements Encryption {}

    /// With a key of the key management service.
    ///
    /// @param key its id, ARN or alias; null for the account's own for S3
    record Kms(@Nullable String key) implements Encryption {}

    /// Asks for it.
    default PutObjectRequest.Builder on(PutObjectRequest.Builder request) {
        return switch (this) {
            case Usual() -> request;
            case Aes256() -> request.serverSideEncryption(ServerSideEncryption.AES256);
            case Kms(String key) ->
                    request.serverSideEncryption(ServerSideEncryption.AWS_KMS).ssekmsKeyId(key);
        };
    }
}
