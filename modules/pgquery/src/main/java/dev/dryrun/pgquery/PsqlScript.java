package dev.dryrun.pgquery;

import dev.dryrun.pgquery.EditedText.Edit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A script for psql, of which only what the server would receive is left: commands behind a
/// backslash and the rows behind `COPY … FROM stdin` are stepped over, as psql does it.
///
/// @param sql the script's SQL; each statement ends with a semicolon, the last one maybe not
/// @param jumps where commands stood that may bring statements from elsewhere or change the
///   database (`\i`, `\gexec`, `\connect`): Java characters of the SQL before them, ascending
public record PsqlScript(EditedText sql, List<Integer> jumps) {

    public PsqlScript {
        jumps = List.copyOf(jumps);
    }

    /// {@return a script}
    ///
    /// @param script as it stands in its file
    public static PsqlScript of(String script) {
        if (script.indexOf('\\') < 0 && !Reader.COPY_FROM.matcher(script).find()) {
            return new PsqlScript(EditedText.unedited(script), List.of());
        }
        return new Reader(script).read();
    }

    /// Reads a script as psql's scanner does: it looks for the ends of statements and for
    /// backslashes outside of everything that is quoted.
    private static final class Reader {

        private static final Pattern COPY_FROM =
                Pattern.compile("\\bFROM\\s+STDIN\\b", Pattern.CASE_INSENSITIVE);
        private static final Pattern COPY = Pattern.compile("COPY\\b", Pattern.CASE_INSENSITIVE);
        private static final Pattern DOLLAR =
                Pattern.compile("\\$(?:[\\p{L}_\\x{80}-\\x{10ffff}][\\p{L}\\p{N}_]*)?\\$");
        private static final Pattern NAME = Pattern.compile("\\\\([a-zA-Z_]+|[^\\s])?");
        private static final Pattern END_OF_ROWS =
                Pattern.compile("^\\\\\\.[ \\t]*\\r?$", Pattern.MULTILINE);

        private final String script;
        private final List<Edit> edits = new ArrayList<>();
        private final List<Integer> jumps = new ArrayList<>();
        private int at;

        /// Where the statement begins that is being read; -1 before its first word.
        private int statement = -1;

        /// How much longer the SQL is than the script, up to here.
        private int longer;

        Reader(String script) {
            this.script = script;
        }

        PsqlScript read() {
            while (at < script.length()) {
                char c = script.charAt(at);
                int comment = afterComment();
                if (comment > at) {
                    at = comment;
                } else if (c == '\\') {
                    command();
                } else if (c == ';') {
                    at++;
                    ended();
                } else {
                    statement = statement < 0 && !Character.isWhitespace(c) ? at : statement;
                    at = afterQuoted(c);
                }
            }
            return new PsqlScript(EditedText.of(script, edits), jumps);
        }

        private int afterComment() {
            if (script.startsWith("--", at)) {
                return lineEnd(at);
            }
            if (!script.startsWith("/*", at)) {
                return at;
            }
            int depth = 0;
            int i = at;
            while (i < script.length()) {
                if (script.startsWith("/*", i)) {
                    depth++;
                    i += 2;
                } else if (script.startsWith("*/", i)) {
                    depth--;
                    i += 2;
                    if (depth == 0) {
                        return i;
                    }
                } else {
                    i++;
                }
            }
            return i;
        }

        /// {@return where what begins here ends: a quoted text, or one character}
        private int afterQuoted(char c) {
            return switch (c) {
                case '\'' -> afterQuote('\'', isEscaped());
                case '"' -> afterQuote('"', false);
                case '$' -> afterDollar();
                default -> at + 1;
            };
        }

        private boolean isEscaped() {
            return at > 0
                    && (script.charAt(at - 1) == 'E' || script.charAt(at - 1) == 'e')
                    && (at == 1 || !Character.isJavaIdentifierPart(script.charAt(at - 2)));
        }

        private int afterQuote(char quote, boolean escaped) {
            int i = at + 1;
            while (i < script.length()) {
                char c = script.charAt(i);
                if (escaped && c == '\\') {
                    i += 2;
                } else if (c == quote) {
                    return i + 1;
                } else {
                    i++;
                }
            }
            return script.length();
        }

        private int afterDollar() {
            Matcher tag = DOLLAR.matcher(script).region(at, script.length());
            boolean inName = at > 0 && Character.isJavaIdentifierPart(script.charAt(at - 1));
            if (inName || !tag.lookingAt()) {
                return at + 1;
            }
            int end = script.indexOf(tag.group(), tag.end());
            return end < 0 ? script.length() : end + tag.group().length();
        }

        /// A statement has ended: the rows of a COPY follow it in the next line.
        private void ended() {
            boolean rows =
                    statement >= 0
                            && COPY.matcher(script).region(statement, at).lookingAt()
                            && COPY_FROM.matcher(script).region(statement, at).find();
            statement = -1;
            if (rows) {
                rows();
            }
        }

        /// Leaves out the rest of the line that a COPY ended in, and its rows.
        private void rows() {
            int begin = Math.min(lineEnd(at) + 1, script.length());
            Matcher last = END_OF_ROWS.matcher(script).region(begin, script.length());
            last.useAnchoringBounds(false);
            replace(at, last.find() ? last.end() : script.length(), "\n");
        }

        private void command() {
            int begin = at;
            Matcher name = NAME.matcher(script).region(at, script.length());
            String command = name.lookingAt() && name.group(1) != null ? name.group(1) : "";
            at = Math.min(begin + 1 + command.length(), script.length());
            if (command.equals(";")) {
                replace(begin, at, ";");
                return;
            }
            int arguments = at;
            at = argumentsEnd();
            String given = script.substring(arguments, at);
            switch (command.toLowerCase(Locale.ROOT)) {
                case "g", "gx", "gset", "gdesc", "crosstabview", "watch" -> send(begin);
                case "gexec" -> {
                    send(begin);
                    jump();
                }
                case "i", "ir", "include", "include_relative", "c", "connect" -> {
                    replace(begin, at, " ");
                    jump();
                }
                case "copy" -> {
                    replace(begin, at, " ");
                    if (COPY_FROM.matcher(given).find()) {
                        rows();
                    }
                }
                default -> replace(begin, at, " ");
            }
        }

        private void send(int begin) {
            replace(begin, at, ";");
            ended();
        }

        private void jump() {
            jumps.add(at + longer);
        }

        /// {@return where the arguments of a command end: with the line, or where the next command
        /// begins; two backslashes end them and are left out too}
        private int argumentsEnd() {
            int i = at;
            while (i < script.length()) {
                char c = script.charAt(i);
                if (c == '\n' || c == '\r') {
                    return i;
                }
                if (c == '\\') {
                    return script.startsWith("\\\\", i) ? i + 2 : i;
                }
                if (c == '\'' || c == '"' || c == '`') {
                    int end = script.indexOf(c, i + 1);
                    i = end < 0 || end > lineEnd(i) ? i : end;
                }
                i++;
            }
            return i;
        }

        private int lineEnd(int from) {
            int end = script.indexOf('\n', from);
            return end < 0 ? script.length() : end;
        }

        private void replace(int begin, int end, String replacement) {
            edits.add(new Edit(begin, end, replacement));
            longer += replacement.length() - (end - begin);
            at = end;
        }
    }
}
