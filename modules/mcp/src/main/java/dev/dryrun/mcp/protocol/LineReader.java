package dev.dryrun.mcp.protocol;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Reads lines of bytes. Keeps at most one line of the allowed length, whatever comes. For one
/// thread.
public final class LineReader {

    private static final int CHUNK_BYTES = 1 << 14;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream input;
    private final int lineBytesMax;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private int position;
    private int limit;
    private boolean first = true;

    /// Makes one.
    ///
    /// @param input where from; read in large pieces, not closed
    /// @param lineBytesMax how many bytes a line may have, its end not counted
    public LineReader(InputStream input, int lineBytesMax) {
        this.input = input;
        this.lineBytesMax = lineBytesMax;
    }

    /// {@return the next line; null when the input has ended. A last line needs no end}
    ///
    /// @throws IOException when the input cannot be read
    public @Nullable Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        boolean any = false;
        boolean tooLong = false;
        while (fill()) {
            any = true;
            int end = position;
            while (end < limit && chunk[end] != '\n') {
                end++;
            }
            int length = end - position;
            if (tooLong || line.size() + length > lineBytesMax) {
                tooLong = true;
                line = new ByteArrayOutputStream(0);
            } else {
                line.write(chunk, position, length);
            }
            boolean ended = end < limit;
            position = ended ? end + 1 : limit;
            if (ended) {
                break;
            }
        }
        if (!any) {
            return null;
        }
        return tooLong ? new Line.TooLong() : decode(line.toByteArray());
    }

    private boolean fill() throws IOException {
        if (position < limit) {
            return true;
        }
        position = 0;
        limit = Math.max(input.read(chunk, 0, chunk.length), 0);
        return limit > 0;
    }

    private Line decode(byte[] bytes) {
        int from = first && startsWithMark(bytes) ? BYTE_ORDER_MARK.length : 0;
        first = false;
        int to =
                bytes.length > from && bytes[bytes.length - 1] == '\r'
                        ? bytes.length - 1
                        : bytes.length;
        try {
            return new Line.Text(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes, from, to - from))
                            .toString());
        } catch (CharacterCodingException _) {
            return new Line.NotUtf8();
        }
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= BYTE_ORDER_MARK.length
                && bytes[0] == BYTE_ORDER_MARK[0]
                && bytes[1] == BYTE_ORDER_MARK[1]
                && bytes[2] == BYTE_ORDER_MARK[2];
    }
}
