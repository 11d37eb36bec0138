package dev.dryrun.ddl;

/// Keeps casts of array constructors as they are.
///
/// `varchar_column IN ('a', 'b')` is deparsed as `… = ANY ((ARRAY['a'::character varying,
/// …])::text[])`, which the server reads back as an array of texts, each element with a cast of its
/// own: another expression, and another text. With the array's own type said first, it stays what
/// it was.
final class ArrayCasts {

    private static final String START = "(ARRAY[";
    private static final String END = "])::";

    private ArrayCasts() {}

    /// {@return the SQL with `(ARRAY[…]::own[])::other[]` for `(ARRAY[…])::other[]`}
    ///
    /// @param sql an expression or statement without a function's source text
    static String kept(String sql) {
        int at = sql.indexOf(START);
        if (at < 0) {
            return sql;
        }
        StringBuilder text = new StringBuilder();
        int copied = 0;
        while (at >= 0) {
            int end = closing(sql, at + START.length());
            if (end > 0 && sql.startsWith(END, end) && !isQuoted(sql, at)) {
                String own = lastCast(sql.substring(at + START.length(), end));
                text.append(sql, copied, end + 1);
                text.append(own.isEmpty() ? "" : "::" + own + "[]");
                copied = end + 1;
            }
            at = sql.indexOf(START, at + 1);
            at = at >= 0 && at < copied ? sql.indexOf(START, copied) : at;
        }
        return text.append(sql, copied, sql.length()).toString();
    }

    /// {@return where the bracket closes; -1 when it does not}
    private static int closing(String sql, int from) {
        int depth = 1;
        char quote = 0;
        for (int i = from; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '[') {
                depth++;
            } else if (c == ']' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isQuoted(String sql, int at) {
        char quote = 0;
        for (int i = 0; i < at; i++) {
            char c = sql.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            }
        }
        return quote != 0;
    }

    /// {@return the type that the last element is cast to, without a length; empty when it is not}
    private static String lastCast(String elements) {
        int depth = 0;
        char quote = 0;
        int cast = -1;
        for (int i = 0; i < elements.length(); i++) {
            char c = elements.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(' || c == '[') {
                depth++;
            } else if (c == ')' || c == ']') {
                depth--;
            } else if (depth == 0 && c == ',') {
                cast = -1;
            } else if (depth == 0 && elements.startsWith("::", i)) {
                cast = i + 2;
            }
        }
        if (cast < 0 || elements.endsWith("]")) {
            return "";
        }
        String type = elements.substring(cast);
        int length = type.indexOf('(');
        return length < 0 || type.contains("\"") ? type : type.substring(0, length);
    }
}
