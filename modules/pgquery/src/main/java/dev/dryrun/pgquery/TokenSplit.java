package dev.dryrun.pgquery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Divides a text at its semicolons, as psql does: not at those in parentheses, in strings and
/// comments, or between `BEGIN ATOMIC` and its `END`.
final class TokenSplit {

    private final SourceText source;
    private final List<SplitStatement> statements = new ArrayList<>();

    /// Where the current statement starts and its last token ends; start is -1 before its first.
    private int start = -1;

    private int end;
    private int parentheses;
    private int blocks;
    private String before = "";

    private TokenSplit(SourceText source) {
        this.source = source;
    }

    static List<SplitStatement> split(SourceText source, List<Token> tokens) {
        TokenSplit split = new TokenSplit(source);
        for (Token token : tokens) {
            split.take(token);
        }
        split.finish();
        return split.statements;
    }

    private void take(Token token) {
        if (token.kind() == TokenKind.LINE_COMMENT || token.kind() == TokenKind.BLOCK_COMMENT) {
            return;
        }
        String word =
                token.kind() == TokenKind.KEYWORD
                        ? token.text().toLowerCase(Locale.ROOT)
                        : token.kind() == TokenKind.CHARACTER ? token.text() : "";
        if (word.equals(";") && parentheses == 0 && blocks == 0) {
            finish();
            return;
        }
        switch (word) {
            case "(" -> parentheses++;
            case ")" -> parentheses = Math.max(0, parentheses - 1);
            case "atomic" -> blocks += before.equals("begin") ? 1 : 0;
            case "case" -> blocks += blocks > 0 ? 1 : 0;
            case "end" -> blocks = Math.max(0, blocks - 1);
            default -> {}
        }
        before = word;
        start = start < 0 ? token.byteStart() : start;
        end = token.byteEnd();
    }

    private void finish() {
        if (start >= 0) {
            statements.add(SplitStatement.of(source, start, end));
        }
        start = -1;
        parentheses = 0;
        blocks = 0;
        before = "";
    }
}
