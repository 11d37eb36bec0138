package dev.dryrun.masking;

import dev.dryrun.pgquery.Fingerprint;
import dev.dryrun.pgquery.ParseResult;
import dev.dryrun.pgquery.ParseResult.Parsed;
import dev.dryrun.pgquery.ParseResult.Rejected;
import dev.dryrun.pgquery.ParseTree;
import dev.dryrun.pgquery.PgQuery;
import dev.dryrun.pgquery.Token;
import dev.dryrun.pgquery.TokenKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Replaces the constants of a query and leaves its comments out; they may hold anything.
///
/// @param parser what understands it
record NormalizedText(PgQuery parser) {

    private static final Set<String> QUERIES =
            Set.of("SelectStmt", "InsertStmt", "UpdateStmt", "DeleteStmt", "MergeStmt");

    /// What holds a value of a row, and must not be left. A whole number may be: where one is, it
    /// is a type's length or the position of a column.
    private static final Set<TokenKind> VALUES =
            EnumSet.of(
                    TokenKind.STRING,
                    TokenKind.UNICODE_STRING,
                    TokenKind.BIT_STRING,
                    TokenKind.HEX_STRING,
                    TokenKind.FLOAT);

    /// @param fingerprint sixteen hexadecimal digits
    /// @param text one line
    record Normalized(String fingerprint, String text) {}

    /// {@return the query without values; empty when it is none, or is not understood}
    ///
    /// @param raw any text
    Optional<Normalized> of(String raw) {
        if (value(parser.parse(raw)).filter(NormalizedText::isQuery).isEmpty()) {
            return Optional.empty();
        }
        Optional<Fingerprint> fingerprint = value(parser.fingerprint(raw));
        Optional<String> text = value(parser.normalize(raw)).flatMap(this::withoutComments);
        return fingerprint.flatMap(
                print -> text.map(normalized -> new Normalized(print.hex(), normalized)));
    }

    private static boolean isQuery(ParseTree tree) {
        return tree.statements().size() == 1
                && QUERIES.contains(tree.statements().getFirst().node().tag());
    }

    private Optional<String> withoutComments(String text) {
        List<Token> tokens = value(parser.scan(text)).orElse(List.of());
        if (tokens.stream().anyMatch(token -> VALUES.contains(token.kind()))) {
            return Optional.empty();
        }
        StringBuilder line = new StringBuilder();
        int end = 0;
        for (Token token : tokens) {
            boolean comment =
                    token.kind() == TokenKind.LINE_COMMENT
                            || token.kind() == TokenKind.BLOCK_COMMENT;
            if (!comment) {
                if (token.byteStart() > end && !line.isEmpty()) {
                    line.append(' ');
                }
                line.append(token.text());
                end = token.byteEnd();
            }
        }
        return line.isEmpty() ? Optional.empty() : Optional.of(line.toString());
    }

    private static <T> Optional<T> value(ParseResult<T> result) {
        return switch (result) {
            case Parsed<T>(T value) -> Optional.of(value);
            case Rejected<T> _ -> Optional.empty();
        };
    }
}
