package dev.dryrun.plugins.s3store;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/// Bytes on their way to a key; every attempt of one is the same.
final class Upload {

    /// In the object's metadata, the hash of its bytes, in hexadecimal; read back by [Download].
    static final String SHA256 = "dryrun-sha256";

    /// In the object's metadata, the token of the upload that wrote it.
    static final String TOKEN = "dryrun-upload";

    private static final Duration LEAST = Duration.ofSeconds(60);
    private static final int SLOWEST_BYTES_PER_SECOND = 16 * 1024;

    private final String key;
    private final byte[] content;
    private final String token = UUID.randomUUID().toString();

    Upload(String key, byte[] content) {
        this.key = key;
        this.content = content;
    }

    String key() {
        return key;
    }

    /// {@return what tells it from any other upload to the same key}
    String token() {
        return token;
    }

    /// {@return the request for it; a stalled attempt ends in time, as a socket that nobody reads
    /// from would not}
    PutObjectRequest.Builder request(S3Place place) {
        Duration most = LEAST.plusSeconds(content.length / SLOWEST_BYTES_PER_SECOND);
        return place.encryption()
                .on(PutObjectRequest.builder())
                .bucket(place.bucket())
                .key(key)
                .contentType("application/octet-stream")
                .contentLength((long) content.length)
                .contentMD5(Base64.getEncoder().encodeToString(digest("MD5", content)))
                .metadata(Map.of(SHA256, sha256(content), TOKEN, token))
                .overrideConfiguration(it -> it.apiCallAttemptTimeout(most));
    }

    RequestBody body() {
        return RequestBody.fromBytes(content);
    }

    static String sha256(byte[] content) {
        return HexFormat.of().formatHex(digest("SHA-256", content));
    }

    private static byte[] digest(String algorithm, byte[] content) {
        try {
            return MessageDigest.getInstance(algorithm).digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
