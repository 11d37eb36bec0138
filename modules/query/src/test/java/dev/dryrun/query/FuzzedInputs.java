package dev.dryrun.query;

import java.util.List;
import java.util.Random;

/// Texts that begin as statements and end as anything. The same seed makes the same text.
final class FuzzedInputs {

    private static final int LONGEST = 100_000;

    private static final List<String> QUOTES =
            List.of("'", "\"", "$$", "$x$", "E'\\", "U&\"", "/*", "*/", "--", "--\n", ";", "\\'");

    private static final List<String> PSQL =
            List.of(
                    "\n\\i other.sql\n",
                    "\\gexec",
                    "\n\\copy t FROM 'x'\n",
                    "\n\\.\n",
                    "\nCOPY t FROM stdin;\n1\t2\n\\.\n",
                    "\nCOPY t FROM STDIN",
                    "\\\\",
                    "\n\\restrict abc\n",
                    "\n\\connect other\n",
                    "\\g",
                    "\\;",
                    "\n\\if true\n");

    private static final List<String> PLACEHOLDERS =
            List.of(
                    ":name",
                    ":'name'",
                    ":\"name\"",
                    "@name",
                    "?",
                    "%s",
                    "%(name)s",
                    "$1",
                    "$0",
                    "$99999999999",
                    "::",
                    ":",
                    "%",
                    "?|",
                    "@>",
                    "#{name}",
                    "${name}",
                    "{0}");

    private static final List<String> TOKENS =
            List.of(
                    "SELECT",
                    "FROM",
                    "WHERE",
                    "GROUP BY",
                    "*",
                    "t.*",
                    "(",
                    ")",
                    ",",
                    "AS",
                    "JOIN",
                    "USING (id)",
                    "NATURAL",
                    "LATERAL",
                    "WITH x AS",
                    "UNION",
                    "VALUES (1)",
                    "NOT",
                    "CASE WHEN",
                    "END",
                    "ARRAY[",
                    "]",
                    "ROW(",
                    "OVER (",
                    "FILTER (WHERE",
                    "::int",
                    "INSERT INTO",
                    "ON CONFLICT DO UPDATE SET",
                    "RETURNING",
                    "MERGE INTO",
                    "NULL",
                    "SET search_path = app;",
                    "DROP TABLE orders;",
                    "CREATE TEMP TABLE t ();",
                    "1");

    private final List<String> seeds;
    private final Random random;

    FuzzedInputs(List<String> seeds, Random random) {
        this.seeds = seeds;
        this.random = random;
    }

    /// {@return the next text}
    String next() {
        String text = pick(seeds);
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            text = changed(text);
        }
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private String changed(String text) {
        return switch (random.nextInt(12)) {
            case 0 -> scattered(text);
            case 1 -> text.substring(place(text));
            case 2 -> text.substring(0, place(text));
            case 3 -> spliced(text);
            case 4 -> repeated(text);
            case 5 -> nested(text);
            case 6 -> inserted(text, pick(QUOTES));
            case 7 -> inserted(text, unicode());
            case 8 -> inserted(text, longWord());
            case 9 -> inserted(text, pick(PSQL));
            case 10 -> inserted(text, " " + pick(PLACEHOLDERS) + " ");
            default -> inserted(text, " " + pick(TOKENS) + " ");
        };
    }

    private String scattered(String text) {
        StringBuilder scattered = new StringBuilder(text);
        for (int i = random.nextInt(6); i >= 0 && !scattered.isEmpty(); i--) {
            scattered.setCharAt(
                    random.nextInt(scattered.length()),
                    (char) random.nextInt(random.nextInt(3) == 0 ? 0x10000 : 128));
        }
        return scattered.toString();
    }

    private String spliced(String text) {
        String other = pick(seeds);
        String tail = other.substring(place(other));
        return switch (random.nextInt(3)) {
            case 0 -> text.substring(0, place(text)) + tail;
            case 1 -> text + ";\n" + other;
            default -> inserted(text, "(" + other + ")");
        };
    }

    private String repeated(String text) {
        int from = place(text);
        int to = Math.min(text.length(), from + 1 + random.nextInt(30));
        int times = random.nextInt(10) == 0 ? 2_000 : 1 + random.nextInt(20);
        return text.substring(0, from)
                + text.substring(from, to).repeat(times)
                + text.substring(to);
    }

    private String nested(String text) {
        int depth = random.nextInt(10) == 0 ? 5_000 : 1 + random.nextInt(40);
        int from = place(text);
        int to = from + (text.length() == from ? 0 : random.nextInt(text.length() - from));
        List<String> kind =
                pick(
                        List.of(
                                List.of("(", ")"),
                                List.of("[", "]"),
                                List.of("NOT ", ""),
                                List.of("- ", ""),
                                List.of("(SELECT ", ")"),
                                List.of("lower(", ")"),
                                List.of("1 + ", ""),
                                List.of("CASE WHEN ", " END"),
                                List.of("SELECT 1 UNION ", "")));
        return text.substring(0, from)
                + kind.getFirst().repeat(depth)
                + text.substring(from, to)
                + kind.getLast().repeat(random.nextInt(4) == 0 ? depth - 1 : depth)
                + text.substring(to);
    }

    private String unicode() {
        StringBuilder unicode = new StringBuilder();
        for (int i = random.nextInt(8); i >= 0; i--) {
            switch (random.nextInt(4)) {
                case 0 -> unicode.append('\0');
                case 1 -> unicode.append((char) (0xd800 + random.nextInt(0x800)));
                case 2 -> unicode.append((char) random.nextInt(0x3000));
                default -> unicode.appendCodePoint(0x10000 + random.nextInt(0x10000));
            }
        }
        return unicode.toString();
    }

    private String longWord() {
        String letter = pick(List.of("a", "\u00e9", "+", "<", "\"", "9", "a.", "_", " ", "x'"));
        return letter.repeat(1 + random.nextInt(random.nextInt(4) == 0 ? 20_000 : 200));
    }

    private String inserted(String text, String piece) {
        int at = place(text);
        return text.substring(0, at) + piece + text.substring(at);
    }

    private int place(String text) {
        return random.nextInt(text.length() + 1);
    }

    private <T> T pick(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
