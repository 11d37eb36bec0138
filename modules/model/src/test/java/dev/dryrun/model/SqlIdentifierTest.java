package dev.dryrun.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// PostgreSQL's own `quote_ident` is the judge.
final class SqlIdentifierTest {

    private static final List<String> ODD =
            List.of(
                    "plain", "with_1", "_x", "1st", "Upper", "a b", "a\"b", "\"", "a.b", "a$b", "é",
                    "😀", "x\ny", "", "a-b", "'", "%s", "a\\b");

    @Test
    void everyKeywordAndOddNameIsQuotedAsSoonAsOneVersionQuotesIt() {
        Set<String> words = new TreeSet<>(ODD);
        for (PostgresVersion version : PostgresVersion.matrix()) {
            PostgresServer.shared(version)
                    .query("postgres", "SELECT word FROM pg_get_keywords()")
                    .forEach(row -> words.add(String.valueOf(row.getFirst())));
        }
        Set<String> quoted = new TreeSet<>();
        for (PostgresVersion version : PostgresVersion.matrix()) {
            theirs(version, words)
                    .forEach((word, theirs) -> {
                        if (theirs.startsWith("\"")) {
                            quoted.add(word);
                            assertThat(theirs).isEqualTo(inQuotes(word));
                        }
                    });
        }
        for (String word : words) {
            assertThat(SqlIdentifier.quote(word))
                    .isEqualTo(quoted.contains(word) ? inQuotes(word) : word);
        }
        assertThat(words).hasSizeGreaterThan(400);
    }

    private static Map<String, String> theirs(PostgresVersion version, Set<String> words) {
        String literals =
                words.stream()
                        .map(word -> "'" + word.replace("'", "''") + "'")
                        .collect(Collectors.joining(", "));
        return PostgresServer.shared(version)
                .query(
                        "postgres",
                        "SELECT word, quote_ident(word) FROM unnest(ARRAY[" + literals + "]) word")
                .stream()
                .collect(
                        Collectors.toMap(
                                row -> String.valueOf(row.getFirst()),
                                row -> String.valueOf(row.getLast())));
    }

    private static String inQuotes(String word) {
        return "\"" + word.replace("\"", "\"\"") + "\"";
    }
}
