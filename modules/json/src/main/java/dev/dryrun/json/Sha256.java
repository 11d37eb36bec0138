package dev.dryrun.json;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256 as the JDK has it. Apart from [ContentHash], so that who only compares hashes does not
/// load the JDK's security.
final class Sha256 {

    /// Never fed: a copy of it costs less than to look for the algorithm again.
    private static final MessageDigest FRESH = fresh();

    private Sha256() {}

    /// {@return the 32 bytes of the hash of these bytes}
    static byte[] of(byte[] bytes) {
        return of(bytes, bytes.length);
    }

    /// {@return the 32 bytes of the hash of the first of these bytes}
    static byte[] of(byte[] bytes, int length) {
        try {
            MessageDigest digest = (MessageDigest) FRESH.clone();
            digest.update(bytes, 0, length);
            return digest.digest();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JDK's SHA-256 can be cloned", e);
        }
    }

    private static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
