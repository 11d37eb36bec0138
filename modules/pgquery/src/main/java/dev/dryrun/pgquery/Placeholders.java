package dev.dryrun.pgquery;

import dev.dryrun.pgquery.EditedText.Edit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the placeholders of client libraries as the server's `$1`: `:name`, `:'name'`, `@name`,
/// `?` and `%s`, `%(name)s`; `??` is then the operator `?`.
///
/// All of these can be SQL too: slices of arrays, operators. So a statement is read as it stands
/// first, and in this way only when the server would refuse that.
public final class Placeholders {

    private static final Pattern FORMS =
            Pattern.compile(
                    """
                    (?x) (?<![:\\p{L}\\p{N}_\\])]) : (?<colon> [\\p{L}_][\\p{L}\\p{N}_]* | \\d+ )
                    | (?<![@\\p{L}\\p{N}_]) @ (?<at> [\\p{L}_][\\p{L}\\p{N}_]* )
                    | (?<!%) % \\( (?<percent> [^()\\s]+ ) \\) s \\b
                    | (?<!%) % (?<s> s ) (?![\\p{L}\\p{N}_(])
                    | (?<twice> \\?\\? )
                    | (?<mark> \\? )
                    """);

    /// Keywords after which an operand follows, though they could be names.
    private static final Set<String> BEFORE_OPERANDS =
            Set.of("like", "ilike", "between", "values", "set", "is", "escape", "zone", "similar");

    /// Reserved keywords that end an operand.
    private static final Set<String> OPERANDS =
            Set.of("null", "true", "false", "end", "default", "current_date", "current_user");

    private final String sql;

    private final List<Token> tokens;

    /// Java characters before each token, and before its end.
    private final int[] begins;

    private final int[] ends;
    private final Map<String, Integer> named = new HashMap<>();
    private int numbered;

    private Placeholders(String sql, List<Token> tokens) {
        this.sql = sql;
        this.tokens = tokens;
        this.begins = new int[tokens.size()];
        this.ends = new int[tokens.size()];
        int bytes = 0;
        int chars = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            chars = charsTo(token.byteStart(), bytes, chars);
            begins[i] = chars;
            chars = charsTo(token.byteEnd(), token.byteStart(), chars);
            ends[i] = chars;
            bytes = token.byteEnd();
            if (token.kind() == TokenKind.PARAMETER) {
                numbered = Math.max(numbered, number(token.text()));
            }
        }
    }

    private int charsTo(int wanted, int bytesBefore, int charsBefore) {
        int bytes = bytesBefore;
        int chars = charsBefore;
        while (bytes < wanted) {
            int character = sql.codePointAt(chars);
            chars += Character.charCount(character);
            bytes += character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
        }
        return chars;
    }

    /// {@return the ways to read a statement with parameters, the likelier first; empty when
    /// nothing in it looks like one}
    ///
    /// @param parser scans
    /// @param sql one statement
    public static List<EditedText> readings(PgQuery parser, String sql) {
        if ((!FORMS.matcher(sql).find() && !sql.contains(":'"))
                || !(parser.scan(sql)
                        instanceof ParseResult.Parsed<List<Token>>(List<Token> tokens))) {
            return List.of();
        }
        Map<String, EditedText> readings = new LinkedHashMap<>();
        for (boolean everyMark : new boolean[] {false, true}) {
            List<Edit> edits = new Placeholders(sql, tokens).edits(everyMark);
            if (!edits.isEmpty()) {
                EditedText reading = EditedText.of(sql, edits);
                readings.putIfAbsent(reading.text(), reading);
            }
        }
        return List.copyOf(readings.values());
    }

    private List<Edit> edits(boolean everyMark) {
        List<Edit> edits = new ArrayList<>();
        Matcher form = FORMS.matcher(sql);
        int from = 0;
        int next = 0;
        while (from < sql.length()) {
            while (next < tokens.size() && !isQuoted(tokens.get(next))) {
                next++;
            }
            boolean last = next == tokens.size();
            int quoted = last ? sql.length() : begins[next];
            form.region(from, quoted).useTransparentBounds(true);
            while (form.find()) {
                edit(form, everyMark, edits);
            }
            if (!last && quoted > 0 && isVariable(tokens.get(next), quoted)) {
                String name = sql.substring(quoted, ends[next]);
                edits.add(new Edit(quoted - 1, ends[next], parameter(name)));
            }
            from = last ? sql.length() : ends[next];
            next++;
        }
        return edits;
    }

    private void edit(Matcher form, boolean everyMark, List<Edit> edits) {
        String replacement;
        if (form.group("twice") != null) {
            replacement = "?";
        } else if (form.group("mark") != null) {
            if (!everyMark && isOperator(form.start())) {
                return;
            }
            replacement = " $" + ++numbered;
        } else if (form.group("s") != null) {
            replacement = " $" + ++numbered;
        } else {
            String name =
                    form.group("colon") != null
                            ? form.group("colon")
                            : form.group("at") != null ? form.group("at") : form.group("percent");
            replacement = parameter(name);
        }
        edits.add(new Edit(form.start(), form.end(), replacement));
    }

    /// An operator's character before it must not become one with it, so a space leads.
    private String parameter(String name) {
        return " $" + named.computeIfAbsent(name, _ -> ++numbered);
    }

    /// psql's `:'name'`.
    private boolean isVariable(Token token, int begin) {
        return token.kind() == TokenKind.STRING
                && sql.charAt(begin) == '\''
                && sql.charAt(begin - 1) == ':'
                && (begin < 2 || sql.charAt(begin - 2) != ':');
    }

    private static boolean isQuoted(Token token) {
        return switch (token.kind()) {
            case STRING,
                    UNICODE_STRING,
                    BIT_STRING,
                    HEX_STRING,
                    UNICODE_IDENTIFIER,
                    LINE_COMMENT,
                    BLOCK_COMMENT ->
                    true;
            case IDENTIFIER -> token.text().startsWith("\"");
            case FLOAT,
                    OPERATOR,
                    INTEGER,
                    PARAMETER,
                    TYPECAST,
                    DOT_DOT,
                    COLON_EQUALS,
                    EQUALS_GREATER,
                    LESS_EQUALS,
                    GREATER_EQUALS,
                    NOT_EQUALS,
                    CHARACTER,
                    KEYWORD ->
                    false;
        };
    }

    /// `a ? b`: a question mark between two operands is the operator of `jsonb` and `hstore`, and
    /// so is one that is part of another operator, `?|`.
    private boolean isOperator(int mark) {
        int found = Arrays.binarySearch(begins, mark);
        int at = found >= 0 ? found : -found - 2;
        if (ends[at] - begins[at] > 1) {
            return begins[at] == mark;
        }
        int before = at - 1;
        while (before >= 0 && isComment(tokens.get(before))) {
            before--;
        }
        int after = at + 1;
        while (after < tokens.size() && isComment(tokens.get(after))) {
            after++;
        }
        return before >= 0
                && after < tokens.size()
                && endsOperand(tokens.get(before))
                && begins(tokens.get(after));
    }

    private static boolean isComment(Token token) {
        return token.kind() == TokenKind.LINE_COMMENT || token.kind() == TokenKind.BLOCK_COMMENT;
    }

    private static boolean endsOperand(Token token) {
        String text = token.text().toLowerCase(Locale.ROOT);
        return switch (token.kind()) {
            case KEYWORD ->
                    token.keyword() == KeywordKind.RESERVED
                            ? OPERANDS.contains(text)
                            : !BEFORE_OPERANDS.contains(text);
            case CHARACTER -> text.equals(")") || text.equals("]");
            default -> begins(token);
        };
    }

    /// {@return whether an operand begins with a token, for certain}
    private static boolean begins(Token token) {
        String text = token.text();
        return switch (token.kind()) {
            case IDENTIFIER,
                    UNICODE_IDENTIFIER,
                    FLOAT,
                    STRING,
                    UNICODE_STRING,
                    BIT_STRING,
                    HEX_STRING,
                    INTEGER,
                    PARAMETER ->
                    true;
            case KEYWORD ->
                    token.keyword() != KeywordKind.RESERVED || text.equalsIgnoreCase("array");
            case CHARACTER -> text.equals("(") || text.equals(":") || text.equals("%");
            case OPERATOR -> text.equals("?") || text.equals("@");
            case LINE_COMMENT,
                    BLOCK_COMMENT,
                    TYPECAST,
                    DOT_DOT,
                    COLON_EQUALS,
                    EQUALS_GREATER,
                    LESS_EQUALS,
                    GREATER_EQUALS,
                    NOT_EQUALS ->
                    false;
        };
    }

    private static int number(String parameter) {
        try {
            return Integer.parseInt(parameter.substring(1));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
