package dev.dryrun.pgquery;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a token is. The numbers behind are those of `Token` in `pg_query.proto`, which have been
/// the same in every grammar since PostgreSQL 14; single characters are their ASCII code, and
/// keywords come after the kinds named here.
public enum TokenKind {
    /// A name, quoted or not.
    IDENTIFIER(258),
    /// A name written `U&"…"`.
    UNICODE_IDENTIFIER(259),
    /// A number with a fraction or an exponent, or one too large for four bytes.
    FLOAT(260),
    /// A string constant, however it is quoted.
    STRING(261),
    /// A string constant written `U&'…'`.
    UNICODE_STRING(262),
    /// A bit string `B'…'`.
    BIT_STRING(263),
    /// A bit string in hexadecimal `X'…'`.
    HEX_STRING(264),
    /// An operator of more than one character that has no kind of its own.
    OPERATOR(265),
    /// A whole number.
    INTEGER(266),
    /// A parameter `$1`.
    PARAMETER(267),
    /// `::`.
    TYPECAST(268),
    /// `..`.
    DOT_DOT(269),
    /// `:=`.
    COLON_EQUALS(270),
    /// `=>`.
    EQUALS_GREATER(271),
    /// `<=`.
    LESS_EQUALS(272),
    /// `>=`.
    GREATER_EQUALS(273),
    /// `<>` or `!=`.
    NOT_EQUALS(274),
    /// `-- …`.
    LINE_COMMENT(275),
    /// `/* … */`.
    BLOCK_COMMENT(276),
    /// A single character: punctuation or an operator.
    CHARACTER(0),
    /// A keyword of any category.
    KEYWORD(0);

    private static final int ASCII_MAX = 127;

    private static final Map<Integer, TokenKind> NUMBERED =
            Stream.of(values())
                    .filter(kind -> kind.number != 0)
                    .collect(Collectors.toUnmodifiableMap(kind -> kind.number, kind -> kind));

    private final int number;

    TokenKind(int number) {
        this.number = number;
    }

    /// {@return the number in `pg_query.proto`; 0 for the two that stand for many}
    int number() {
        return number;
    }

    static TokenKind of(int number, KeywordKind keyword) {
        if (keyword != KeywordKind.NONE) {
            return KEYWORD;
        }
        if (number <= ASCII_MAX) {
            return CHARACTER;
        }
        TokenKind kind = NUMBERED.get(number);
        return kind == null ? OPERATOR : kind;
    }
}
