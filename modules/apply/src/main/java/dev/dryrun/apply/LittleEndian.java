package dev.dryrun.apply;

import java.util.HexFormat;

/// Bytes as a server on a little-endian machine keeps them in memory, in hexadecimal.
final class LittleEndian {

    private static final int BYTE_BITS = 8;

    private final StringBuilder hex = new StringBuilder();

    LittleEndian int16(int value) {
        return number(value, Short.BYTES);
    }

    LittleEndian int32(long value) {
        return number(value, Integer.BYTES);
    }

    LittleEndian float64(double value) {
        return number(Double.doubleToRawLongBits(value), Long.BYTES);
    }

    LittleEndian flag(boolean value) {
        return number(value ? 1 : 0, 1);
    }

    LittleEndian zeros(int bytes) {
        return number(0, bytes);
    }

    LittleEndian raw(String bytes) {
        hex.append(bytes);
        return this;
    }

    /// {@return what was put together}
    String hex() {
        return hex.toString();
    }

    /// {@return bytes in the other order, part by part}
    ///
    /// @param bytes in hexadecimal
    /// @param parts how many bytes each has
    static String reversed(String bytes, int... parts) {
        StringBuilder result = new StringBuilder();
        int at = 0;
        for (int part : parts) {
            for (int i = part - 1; i >= 0; i--) {
                result.append(bytes, 2 * (at + i), 2 * (at + i) + 2);
            }
            at += part;
        }
        return result.toString();
    }

    private LittleEndian number(long value, int bytes) {
        long rest = value;
        for (int i = 0; i < bytes; i++) {
            hex.append(HexFormat.of().toHexDigits((byte) rest));
            rest >>= BYTE_BITS;
        }
        return this;
    }
}
