package dev.dryrun.store;

import dev.dryrun.json.ContentHash;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/// Ids of people as a part of a store's names, and back.
///
/// Lower-case letters, digits, `-`, and `.` behind the first place stand for themselves; every
/// other byte of the UTF-8 form is `_` and two hexadecimal digits. What gets too long is `__` and
/// the SHA-256 of the id: the manifests in it say which id that is.
final class SegmentName {

    private static final int LENGTH_MAX = 128;
    private static final String DIGEST = "__";

    private SegmentName() {}

    static String of(String id) {
        StringBuilder name = new StringBuilder();
        for (byte one : id.getBytes(StandardCharsets.UTF_8)) {
            boolean first = name.isEmpty();
            if ((one >= 'a' && one <= 'z')
                    || (one >= '0' && one <= '9')
                    || (!first && (one == '-' || one == '.'))) {
                name.append((char) one);
            } else {
                name.append('_').append(HexFormat.of().toHexDigits(one));
            }
        }
        return name.length() <= LENGTH_MAX
                ? name.toString()
                : DIGEST + ContentHash.of(id.getBytes(StandardCharsets.UTF_8)).hex();
    }

    /// {@return the id, or empty when the name is a digest or none of ours}
    static Optional<String> id(String name) {
        ByteBuffer bytes = ByteBuffer.allocate(name.length());
        for (int at = 0; at < name.length(); at++) {
            char letter = name.charAt(at);
            if (letter != '_') {
                bytes.put((byte) letter);
            } else if (at + 2 < name.length()
                    && HexFormat.isHexDigit(name.charAt(at + 1))
                    && HexFormat.isHexDigit(name.charAt(at + 2))) {
                bytes.put((byte) HexFormat.fromHexDigits(name, at + 1, at + 3));
                at += 2;
            } else {
                return Optional.empty();
            }
        }
        try {
            String id = StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
            return id.isEmpty() || !of(id).equals(name) ? Optional.empty() : Optional.of(id);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
