package dev.dryrun.json;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/// Writes compact text straight as bytes: the canonical form, where the members of every object are
/// sorted, or the one with members in their own order. A capture spends much of its time on this:
/// every document is hashed.
final class CompactWriter {

    private static final int FIRST_SIZE = 1_024;

    /// A larger buffer is not kept for the next text.
    private static final int KEPT_SIZE = 256 * FIRST_SIZE;

    private static final int GROWTH = 4;
    private static final int ASCII_END = 0x80;
    private static final int FEW = 32;
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    /// The letters after the backslash for control characters that have one; else 0.
    private static final byte[] SHORT = new byte[' '];

    /// Whether a character stands for itself in a string.
    private static final boolean[] PLAIN = new boolean[ASCII_END];

    static {
        SHORT['\b'] = 'b';
        SHORT['\t'] = 't';
        SHORT['\n'] = 'n';
        SHORT['\f'] = 'f';
        SHORT['\r'] = 'r';
        Arrays.fill(PLAIN, ' ', ASCII_END, true);
        PLAIN['"'] = false;
        PLAIN['\\'] = false;
    }

    /// A thread writes one text after the other: the buffer that one needed serves the next.
    private static final ThreadLocal<CompactWriter> OF_THREAD =
            ThreadLocal.withInitial(CompactWriter::new);

    private byte[] bytes = new byte[FIRST_SIZE];
    private int length;

    private boolean ascii = true;

    private boolean sorted = true;

    private CompactWriter() {}

    /// {@return the canonical form}
    static byte[] canonical(JsonValue value) {
        CompactWriter writer = written(value, true);
        return Arrays.copyOf(writer.bytes, writer.length);
    }

    /// {@return the canonical form as a text}
    static String canonicalText(JsonValue value) {
        return written(value, true).text();
    }

    /// {@return the text with members in their own order. Half a surrogate pair, which UTF-8 has
    /// not and the canonical form gives a question mark for, is escaped}
    static String inOwnOrder(JsonValue value) {
        return written(value, false).text();
    }

    private String text() {
        // A text that is known to be ASCII is not looked through once more.
        Charset charset = ascii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        return new String(bytes, 0, length, charset);
    }

    /// {@return the hash of the canonical form}
    static byte[] sha256(JsonValue value) {
        CompactWriter writer = written(value, true);
        return Sha256.of(writer.bytes, writer.length);
    }

    /// {@return what stands before the value of a member with this name}
    static byte[] label(String name) {
        CompactWriter writer = new CompactWriter();
        writer.string(name);
        writer.put(':');
        return Arrays.copyOf(writer.bytes, writer.length);
    }

    /// {@return this thread's writer with the text, until it writes the next}
    private static CompactWriter written(JsonValue value, boolean sorted) {
        CompactWriter writer = OF_THREAD.get();
        if (writer.bytes.length > KEPT_SIZE) {
            writer.bytes = new byte[FIRST_SIZE];
        }
        writer.length = 0;
        writer.ascii = true;
        writer.sorted = sorted;
        writer.value(value);
        return writer;
    }

    private void value(JsonValue value) {
        if (value instanceof JsonObject object) {
            object(object);
        } else if (value instanceof JsonArray(List<JsonValue> elements)) {
            array(elements);
        } else if (value instanceof JsonString(String text)) {
            string(text);
        } else if (value instanceof JsonNumber(String text)) {
            plain(text);
        } else if (value instanceof JsonBoolean(boolean truth)) {
            plain(truth ? "true" : "false");
        } else {
            plain("null");
        }
    }

    private void object(JsonObject object) {
        if (!sorted) {
            members(object);
            return;
        }
        if (!(object.members() instanceof Members members)) {
            throw new IllegalStateException("every object has members of this kind");
        }
        MemberNames shared = members.shared();
        if (shared != null) {
            object(members, shared);
            return;
        }
        int count = members.size();
        int[] order = new int[count];
        if (count > FEW) {
            order = sorted(members);
        } else {
            // Few, and often in order: to sort them while they come is quickest.
            for (int i = 0; i < count; i++) {
                String name = members.name(i);
                int at = i;
                while (at > 0 && members.name(order[at - 1]).compareTo(name) > 0) {
                    order[at] = order[at - 1];
                    at--;
                }
                order[at] = i;
            }
        }
        put('{');
        for (int i = 0; i < count; i++) {
            if (i > 0) {
                put(',');
            }
            string(members.name(order[i]));
            put(':');
            value(Objects.requireNonNull(members.value(order[i])));
        }
        put('}');
    }

    private void members(JsonObject object) {
        put('{');
        boolean first = true;
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            if (!first) {
                put(',');
            }
            first = false;
            string(member.getKey());
            put(':');
            value(member.getValue());
        }
        put('}');
    }

    /// The same for names that are shared: their order and their bytes are known.
    private void object(Members members, MemberNames shared) {
        put('{');
        boolean first = true;
        for (int rank = 0; rank < shared.count(); rank++) {
            int place = shared.sorted(rank);
            JsonValue value = members.value(place);
            if (value != null) {
                byte[] label = shared.label(place);
                room(label.length + 1);
                if (!first) {
                    bytes[length++] = ',';
                }
                first = false;
                System.arraycopy(label, 0, bytes, length, label.length);
                length += label.length;
                value(value);
            }
        }
        put('}');
    }

    private static int[] sorted(Members members) {
        return IntStream.range(0, members.size())
                .boxed()
                .sorted(Comparator.comparing(members::name))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void array(List<JsonValue> elements) {
        put('[');
        for (int i = 0; i < elements.size(); i++) {
            if (i > 0) {
                put(',');
            }
            value(elements.get(i));
        }
        put(']');
    }

    private void string(String text) {
        int count = text.length();
        room(count + 2);
        byte[] out = bytes;
        int at = length;
        out[at++] = '"';
        int i = 0;
        char c;
        while (i < count && (c = text.charAt(i)) < ASCII_END && PLAIN[c]) {
            out[at++] = (byte) c;
            i++;
        }
        length = at;
        while (i < count && text.charAt(i) < ASCII_END) {
            ascii(text.charAt(i++));
        }
        if (i < count) {
            beyondAscii(text.substring(i));
        }
        put('"');
    }

    private void ascii(char c) {
        if (c == '"' || c == '\\') {
            put('\\');
            put(c);
        } else if (c >= ' ') {
            put(c);
        } else if (SHORT[c] != 0) {
            put('\\');
            put((char) SHORT[c]);
        } else {
            plain("\\u00");
            put((char) HEX[c >> 4]);
            put((char) HEX[c & 0xf]);
        }
    }

    private void beyondAscii(String rest) {
        ascii = false;
        int from = 0;
        if (!sorted) {
            for (int i = 0; i < rest.length(); i++) {
                char c = rest.charAt(i);
                if (i + 1 < rest.length() && Character.isSurrogatePair(c, rest.charAt(i + 1))) {
                    i++;
                } else if (Character.isSurrogate(c)) {
                    utf8(rest.substring(from, i));
                    plain("\\u" + HexFormat.of().toHexDigits(c));
                    from = i + 1;
                }
            }
        }
        utf8(rest.substring(from));
    }

    private void utf8(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        room(encoded.length);
        for (byte one : encoded) {
            if (one < 0) {
                put(one);
            } else {
                ascii((char) one);
            }
        }
    }

    private void plain(String text) {
        int count = text.length();
        room(count);
        byte[] out = bytes;
        int at = length;
        for (int i = 0; i < count; i++) {
            out[at++] = (byte) text.charAt(i);
        }
        length = at;
    }

    private void put(char ascii) {
        put((byte) ascii);
    }

    private void put(byte one) {
        if (length == bytes.length) {
            room(1);
        }
        bytes[length++] = one;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(GROWTH * bytes.length, length + more));
        }
    }
}
