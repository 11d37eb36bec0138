package dev.dryrun.json;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256 as the JDK has it. Apart from [ContentHash], so that who only compares hashes does not
/// load the JDK's security.
final class Sha256 {

    /// Each thread has one, which is as new after every hash: to look for the algorithm again, or
    /// to copy one, would cost more.
    private static final ThreadLocal<MessageDigest> OF_THREAD =
            ThreadLocal.withInitial(Sha256::fresh);

    private Sha256() {}

    /// {@return the 32 bytes of the hash of these bytes}
    static byte[] of(byte[] bytes) {
        return of(bytes, bytes.length);
    }

    /// {@return the 32 bytes of the hash of the first of these bytes}
    static byte[] of(byte[] bytes, int length) {
        MessageDigest digest = OF_THREAD.get();
        digest.update(bytes, 0, length);
        return digest.digest();
    }

    private static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
