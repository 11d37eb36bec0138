package dev.dryrun.pgquery;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A text that PostgreSQL could receive: UTF-8, no NUL character, not larger than
/// [Limits#INPUT_BYTES_MAX]. It knows the place of each byte.
///
/// Immutable: any thread may use it.
public final class SourceText {

    private static final int BYTES_MAX_PLUS = Limits.INPUT_BYTES_MAX + 1;

    /// `op_chars` of PostgreSQL's `scan.l`.
    private static final String OPERATOR_CHARACTERS = "~!@#^&|`?+-*/%<>=";

    private final String text;
    private final byte[] utf8;

    /// Byte and char offsets at which each line starts.
    private final int[] lineBytes;

    private final int[] lineChars;

    private SourceText(String text, byte[] utf8) {
        this.text = text;
        this.utf8 = utf8;
        int lines = 1;
        for (byte b : utf8) {
            lines += b == '\n' ? 1 : 0;
        }
        this.lineBytes = new int[lines];
        this.lineChars = new int[lines];
        int line = 0;
        int chars = 0;
        for (int i = 0; i < utf8.length; i++) {
            chars += charsOf(utf8[i]);
            if (utf8[i] == '\n') {
                line++;
                lineBytes[line] = i + 1;
                lineChars[line] = chars;
            }
        }
    }

    /// {@return the text, or why it is none: a lone surrogate, a NUL character, too large}
    ///
    /// @param text SQL
    public static ParseResult<SourceText> of(String text) {
        if (text.length() > Limits.INPUT_BYTES_MAX) {
            return tooLarge();
        }
        CharBuffer chars = CharBuffer.wrap(text);
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(text.length() * 3L, BYTES_MAX_PLUS));
        CoderResult result = StandardCharsets.UTF_8.newEncoder().encode(chars, bytes, true);
        if (result.isOverflow()) {
            return tooLarge();
        }
        byte[] utf8 = Arrays.copyOf(bytes.array(), bytes.position());
        if (result.isError()) {
            return refuse(
                    new SourceText(text.substring(0, chars.position()), utf8),
                    "half a surrogate pair, which is no character");
        }
        return checked(text, utf8);
    }

    /// {@return the text, or why it is none: not UTF-8, a NUL character, too large}
    ///
    /// @param utf8 SQL as it stands in a file; a byte order mark at its start is left out
    public static ParseResult<SourceText> decode(byte[] utf8) {
        if (utf8.length > Limits.INPUT_BYTES_MAX) {
            return tooLarge();
        }
        boolean mark =
                utf8.length >= 3
                        && utf8[0] == (byte) 0xEF
                        && utf8[1] == (byte) 0xBB
                        && utf8[2] == (byte) 0xBF;
        byte[] own = Arrays.copyOfRange(utf8, mark ? 3 : 0, utf8.length);
        ByteBuffer bytes = ByteBuffer.wrap(own);
        CharBuffer chars = CharBuffer.allocate(own.length);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes, chars, true);
        String text = chars.flip().toString();
        if (result.isError()) {
            int good = bytes.position();
            return refuse(
                    new SourceText(text, Arrays.copyOf(own, good)),
                    "byte 0x%02x, which is not UTF-8 there".formatted(own[good] & 0xFF));
        }
        return checked(text, own);
    }

    private static ParseResult<SourceText> checked(String text, byte[] utf8) {
        if (utf8.length > Limits.INPUT_BYTES_MAX) {
            return tooLarge();
        }
        int nul = text.indexOf('\0');
        SourceText source = new SourceText(text, utf8);
        return nul < 0
                ? new ParseResult.Parsed<>(source)
                : new ParseResult.Rejected<>(
                        error(
                                source.atChar(nul),
                                "a NUL character, which PostgreSQL's text lacks"));
    }

    /// @param good what stands before the bad place
    private static ParseResult<SourceText> refuse(SourceText good, String what) {
        return new ParseResult.Rejected<>(error(good.at(good.utf8.length), what));
    }

    private static ParseError error(SourcePosition place, String what) {
        return new ParseError(ParseError.Kind.ENCODING, "22021", "the text has " + what, place);
    }

    private static ParseResult<SourceText> tooLarge() {
        return new ParseResult.Rejected<>(
                new ParseError(
                        ParseError.Kind.TOO_COMPLEX,
                        "54001",
                        "the text is larger than "
                                + Limits.INPUT_BYTES_MAX / (1024 * 1024)
                                + " MB, the most that is parsed",
                        null));
    }

    /// {@return the characters}
    public String text() {
        return text;
    }

    /// {@return the size in bytes of UTF-8}
    public int sizeBytes() {
        return utf8.length;
    }

    /// {@return the characters between two byte offsets of the tree or of a token}
    ///
    /// @param byteStart the first byte
    /// @param byteEnd the byte after the last one
    public String slice(int byteStart, int byteEnd) {
        return new String(utf8, byteStart, byteEnd - byteStart, StandardCharsets.UTF_8);
    }

    /// {@return the place of a byte}
    ///
    /// @param byteOffset from 0 to [#sizeBytes]; what lies outside is moved to the nearer end
    public SourcePosition at(int byteOffset) {
        int offset = Math.clamp(byteOffset, 0, utf8.length);
        int line = line(lineBytes, offset);
        int chars = lineChars[line];
        int column = 1;
        for (int i = lineBytes[line]; i < offset; i++) {
            int more = charsOf(utf8[i]);
            chars += more;
            column += more > 0 ? 1 : 0;
        }
        return new SourcePosition(offset, chars, line + 1, column);
    }

    /// {@return the place of a Java character}
    ///
    /// @param charOffset from 0 to the length of [#text]; what lies outside is moved to the nearer
    ///   end
    public SourcePosition atChar(int charOffset) {
        int wanted = Math.clamp(charOffset, 0, text.length());
        int line = line(lineChars, wanted);
        int bytes = lineBytes[line];
        int chars = lineChars[line];
        while (bytes < utf8.length && chars < wanted) {
            chars += charsOf(utf8[bytes]);
            bytes++;
            while (bytes < utf8.length && charsOf(utf8[bytes]) == 0) {
                bytes++;
            }
        }
        return at(bytes);
    }

    /// {@return the place of a character as the parser counts in its errors: code points from 1}
    SourcePosition atCursor(int cursor) {
        int points = text.codePointCount(0, text.length());
        return atChar(text.offsetByCodePoints(0, Math.clamp(cursor - 1, 0, points)));
    }

    /// {@return the lengths of all long runs of operator characters, squared and added}
    long operatorRuns() {
        long sum = 0;
        long run = 0;
        for (byte b : utf8) {
            if (OPERATOR_CHARACTERS.indexOf(b) >= 0) {
                run++;
            } else {
                sum += run > Limits.OPERATOR_RUN_USUAL ? run * run : 0;
                run = 0;
            }
        }
        return sum + (run > Limits.OPERATOR_RUN_USUAL ? run * run : 0);
    }

    byte[] utf8() {
        return utf8;
    }

    private static int line(int[] starts, int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 2;
    }

    /// {@return how many Java characters begin with this byte of UTF-8}
    private static int charsOf(byte b) {
        if ((b & 0xC0) == 0x80) {
            return 0;
        }
        return (b & 0xF8) == 0xF0 ? 2 : 1;
    }
}
