package dev.dryrun.masking;

import dev.dryrun.pgquery.ParseResult;
import dev.dryrun.pgquery.ParseResult.Parsed;
import dev.dryrun.pgquery.ParseResult.Rejected;
import dev.dryrun.pgquery.PgQuery;
import dev.dryrun.pgquery.Token;
import dev.dryrun.pgquery.TokenKind;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Takes the constants out of an SQL text and leaves every other letter where it is.
///
/// Works on tokens, so it needs no text that parses: bodies of functions are understood as well as
/// what the server deparses.
///
/// @param parser what finds the tokens
record LiteralMask(PgQuery parser) {

    /// What stands for a constant in an expression: it fits every type.
    private static final String IN_EXPRESSION = "NULL /* masked */";

    /// In a body a constant may stand where no expression may, in the format of a RAISE.
    private static final String STRING_IN_BODY = "'masked'";

    private static final String NUMBER_IN_BODY = "0";
    private static final String COMMENT_IN_BODY = "/* masked */";

    /// Constants of these types name objects, not values: `nextval('orders_id_seq'::regclass)`.
    private static final Set<String> OF_OBJECTS =
            Set.of("regclass", "regproc", "regprocedure", "regoper", "regoperator", "regtype");

    private static final Set<String> JOINS = Set.of("and", "or");
    private static final Set<String> BEFORE_CONDITION =
            Set.of("and", "or", "not", "check", "where");

    private static final Set<TokenKind> STRINGS =
            Set.of(
                    TokenKind.STRING,
                    TokenKind.UNICODE_STRING,
                    TokenKind.BIT_STRING,
                    TokenKind.HEX_STRING);

    private static final Set<TokenKind> NUMBERS = Set.of(TokenKind.INTEGER, TokenKind.FLOAT);
    private static final Set<TokenKind> COMMENTS =
            Set.of(TokenKind.LINE_COMMENT, TokenKind.BLOCK_COMMENT);
    private static final Set<TokenKind> WORDS =
            Set.of(TokenKind.IDENTIFIER, TokenKind.UNICODE_IDENTIFIER, TokenKind.KEYWORD);

    /// {@return the text without any constant; empty when it cannot be taken apart}
    ///
    /// @param expression as the server deparses it
    Optional<String> expression(String expression) {
        return conditions(expression, _ -> true);
    }

    /// {@return the text without the constants of the conditions that name a hidden column, where
    /// `AND` and `OR` join conditions; empty when it cannot be taken apart}
    ///
    /// @param expression as the server deparses it: `BETWEEN` is two conditions by then
    /// @param hidden whether a word is the name of a hidden column
    Optional<String> conditions(String expression, Predicate<String> hidden) {
        return tokens(expression)
                .map(tokens -> {
                    Output output = new Output(expression);
                    int from = 0;
                    for (int end : ends(tokens)) {
                        List<Token> condition = tokens.subList(from, end);
                        if (condition.stream().anyMatch(token -> hidden.test(word(token)))) {
                            mask(condition, output);
                        }
                        from = end;
                    }
                    return output.text();
                });
    }

    /// {@return the text without any constant and comment; empty when it cannot be taken apart}
    ///
    /// @param body SQL or PL/pgSQL as somebody wrote it
    Optional<String> body(String body) {
        return tokens(body)
                .map(tokens -> {
                    Output output = new Output(body);
                    for (Token token : tokens) {
                        if (STRINGS.contains(token.kind())) {
                            output.put(token, STRING_IN_BODY);
                        } else if (NUMBERS.contains(token.kind())) {
                            output.put(token, NUMBER_IN_BODY);
                        } else if (COMMENTS.contains(token.kind())) {
                            output.put(token, COMMENT_IN_BODY);
                        }
                    }
                    return output.text();
                });
    }

    private Optional<List<Token>> tokens(String sql) {
        ParseResult<List<Token>> scanned = parser.scan(sql);
        return switch (scanned) {
            case Parsed<List<Token>>(List<Token> tokens) -> Optional.of(tokens);
            case Rejected<List<Token>> _ -> Optional.empty();
        };
    }

    /// {@return where each condition ends, in tokens. Nothing is divided within a CASE, a call or a
    /// list: what stands beside each other there belongs together}
    private static List<Integer> ends(List<Token> tokens) {
        List<Integer> ends = new ArrayList<>();
        Deque<Boolean> open = new ArrayDeque<>();
        int whole = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            String word = token.kind() == TokenKind.KEYWORD ? word(token) : token.text();
            if (word.equals("(") || word.equals("[")) {
                boolean belongs = i > 0 && !mayPrecedeCondition(tokens.get(i - 1));
                open.push(belongs);
                whole += belongs ? 1 : 0;
            } else if ((word.equals(")") || word.equals("]")) && !open.isEmpty()) {
                whole -= open.pop() ? 1 : 0;
            } else if (token.kind() == TokenKind.KEYWORD) {
                whole += word.equals("case") ? 1 : 0;
                whole -= word.equals("end") ? 1 : 0;
                if (whole == 0 && JOINS.contains(word)) {
                    ends.add(i);
                }
            }
        }
        ends.add(tokens.size());
        return ends;
    }

    /// A parenthesis after anything else is a list, a call or an operand.
    private static boolean mayPrecedeCondition(Token token) {
        return token.text().equals("(") || BEFORE_CONDITION.contains(word(token));
    }

    private static void mask(List<Token> tokens, Output output) {
        int i = 0;
        while (i < tokens.size()) {
            Token token = tokens.get(i);
            boolean constant = STRINGS.contains(token.kind()) || NUMBERS.contains(token.kind());
            if (constant && !namesObject(tokens, i)) {
                output.put(token, IN_EXPRESSION);
            }
            i = token.kind() == TokenKind.TYPECAST ? afterType(tokens, i + 1) : i + 1;
        }
    }

    /// {@return the token after a type: its name, dotted or of two words, and the numbers in
    /// parentheses right behind, which are lengths and no values}
    private static int afterType(List<Token> tokens, int from) {
        int i = from + 1;
        while (is(tokens, i, ".")) {
            i += 2;
        }
        i += is(tokens, i, "varying") ? 1 : 0;
        if (is(tokens, i, "(")) {
            while (i < tokens.size() && !is(tokens, i, ")")) {
                i++;
            }
        }
        return i;
    }

    private static boolean is(List<Token> tokens, int i, String text) {
        return i < tokens.size() && tokens.get(i).text().equals(text);
    }

    private static boolean namesObject(List<Token> tokens, int i) {
        return i + 2 < tokens.size()
                && tokens.get(i + 1).kind() == TokenKind.TYPECAST
                && OF_OBJECTS.contains(word(tokens.get(i + 2)));
    }

    /// {@return a name as the catalogue stores it, a keyword in lower case; empty for other tokens}
    private static String word(Token token) {
        if (!WORDS.contains(token.kind())) {
            return "";
        }
        String text = token.text();
        return text.startsWith("\"")
                ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
                : text.toLowerCase(Locale.ROOT);
    }

    /// A text while some of its tokens are replaced. Tokens count bytes.
    private static final class Output {
        private final byte[] input;
        private final ByteArrayOutputStream output = new ByteArrayOutputStream();
        private int taken;

        Output(String text) {
            this.input = text.getBytes(StandardCharsets.UTF_8);
        }

        void put(Token token, String replacement) {
            output.write(input, taken, token.byteStart() - taken);
            output.writeBytes(replacement.getBytes(StandardCharsets.UTF_8));
            taken = token.byteEnd();
        }

        String text() {
            output.write(input, taken, input.length - taken);
            taken = input.length;
            return output.toString(StandardCharsets.UTF_8);
        }
    }
}
