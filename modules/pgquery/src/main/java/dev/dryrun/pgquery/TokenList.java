package dev.dryrun.pgquery;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Objects;
import java.util.RandomAccess;

/// The tokens of a text, read from a `ScanResult` message and kept as four numbers each, because a
/// large text has millions.
///
/// The message is protobuf: a field is a number and a wire type in one varint; a token is field 2,
/// with start (1), end (2), token (4) and keyword kind (5), each a varint that is left out when 0.
final class TokenList extends AbstractList<Token> implements RandomAccess {

    private static final int NUMBERS = 4;
    private static final int WIRE_VARINT = 0;
    private static final int WIRE_BYTES = 2;
    private static final int FIELD_TOKENS = 2;

    private static final KeywordKind[] KEYWORDS = KeywordKind.values();

    private final SourceText source;
    private final byte[] message;
    private int at;
    private int[] numbers = new int[64];
    private int size;

    TokenList(SourceText source, byte[] message) {
        this.source = source;
        this.message = message;
        while (at < message.length) {
            int tag = varint();
            if (tag == (FIELD_TOKENS << 3 | WIRE_BYTES)) {
                int length = varint();
                token(at + length);
            } else {
                skip(tag);
            }
        }
        numbers = Arrays.copyOf(numbers, size * NUMBERS);
    }

    private void token(int end) {
        if (numbers.length < (size + 1) * NUMBERS) {
            numbers = Arrays.copyOf(numbers, numbers.length * 2);
        }
        int base = size * NUMBERS;
        Arrays.fill(numbers, base, base + NUMBERS, 0);
        while (at < end) {
            int tag = varint();
            switch (tag >>> 3) {
                case 1 -> numbers[base] = varint();
                case 2 -> numbers[base + 1] = varint();
                case 4 -> numbers[base + 2] = varint();
                case 5 -> numbers[base + 3] = varint();
                default -> skip(tag);
            }
        }
        size++;
    }

    private void skip(int tag) {
        switch (tag & 7) {
            case WIRE_VARINT -> varint();
            case WIRE_BYTES -> {
                int length = varint();
                at += length;
            }
            default -> throw new IllegalStateException("unknown wire type in a scan result");
        }
    }

    /// Reads one varint; what does not fit an int is cut, as protobuf says.
    private int varint() {
        long value = 0;
        int shift = 0;
        byte b;
        do {
            b = message[at++];
            value |= (b & 0x7FL) << shift;
            shift += 7;
        } while (b < 0);
        return (int) value;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Token get(int index) {
        int base = Objects.checkIndex(index, size) * NUMBERS;
        int start = numbers[base];
        int end = numbers[base + 1];
        KeywordKind keyword = KEYWORDS[numbers[base + 3]];
        return new Token(
                TokenKind.of(numbers[base + 2], keyword),
                keyword,
                start,
                end,
                source.slice(start, end));
    }
}
