package dev.dryrun.json;

import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The SHA-256 of canonical bytes.
///
/// @param hex 64 hexadecimal digits, lower case
public record ContentHash(String hex) implements Comparable<ContentHash> {

    private static final int HEX_LENGTH = 64;

    public ContentHash {
        if (hex.length() != HEX_LENGTH) {
            throw new IllegalArgumentException("a content hash has 64 digits");
        }
    }

    /// {@return the hash of the value's canonical form}
    ///
    /// @param value any JSON
    public static ContentHash of(JsonValue value) {
        return ofBytes(CompactWriter.sha256(value));
    }

    /// {@return the hash of these bytes}
    ///
    /// @param bytes any
    public static ContentHash of(byte[] bytes) {
        return ofBytes(Sha256.of(bytes));
    }

    /// {@return the hash with these digits, or empty when they are none}
    ///
    /// @param text 64 hexadecimal digits, lower case
    public static Optional<ContentHash> ofHex(String text) {
        boolean digits =
                text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
        return digits && text.length() == HEX_LENGTH
                ? Optional.of(new ContentHash(text))
                : Optional.empty();
    }

    /// {@return the 32 bytes}
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    /// {@return the hash that these bytes are}
    ///
    /// @param bytes 32 of them
    public static ContentHash ofBytes(byte[] bytes) {
        return new ContentHash(HexFormat.of().formatHex(bytes));
    }

    // As a record has them, which the quick compiler makes slow: every object's is a key.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ContentHash(String otherHex) && hex.equals(otherHex);
    }

    @Override
    public int hashCode() {
        return hex.hashCode();
    }

    @Override
    public int compareTo(ContentHash other) {
        return hex.compareTo(other.hex);
    }
}
