package dev.dryrun.lint.rules;

import dev.dryrun.model.Index;
import dev.dryrun.model.Reading;
import dev.dryrun.model.SqlIdentifier;
import dev.dryrun.model.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The lookup that PostgreSQL makes in a referencing table when a referenced row goes or changes
/// its key: `WHERE column = $1 AND …` over the columns of a foreign key.
///
/// An index serves it when it is valid, its first keys are exactly these columns in any order, none
/// of them an expression, and its access method finds equal values by leading keys: `btree` and
/// `gist`, or `hash` and `spgist`, which have a single key. `gin` and `brin` do not count. A
/// partial index serves only if its predicate is no more than `column IS NOT NULL` for some of
/// these columns, joined by AND: the planner proves that from the equality, and nothing else.
///
/// @param columns of the foreign key; at least one
record KeyLookup(List<String> columns) {

    private static final Set<String> METHODS = Set.of("btree", "gist", "hash", "spgist");
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");
    private static final String AND = " AND ";

    boolean isServed(Table table) {
        return table.indexes().stream().anyMatch(this::isServedBy);
    }

    private boolean isServedBy(Index index) {
        if (!index.valid()
                || !METHODS.contains(index.method())
                || index.keys().size() < columns.size()) {
            return false;
        }
        Set<String> leading = new HashSet<>();
        for (Index.Key key : index.keys().subList(0, columns.size())) {
            if (key.isExpression()) {
                return false;
            }
            leading.add(key.text());
        }
        return leading.equals(Set.copyOf(columns)) && isPassedBy(index.predicate());
    }

    /// A predicate that could not be read may be a harmless one: nothing is held against it.
    private boolean isPassedBy(Reading<String> predicate) {
        return predicate.known().map(this::followsFromEquality).orElse(true);
    }

    /// The server deparses to `(a IS NOT NULL)`, and to `((a IS NOT NULL) AND (b IS NOT NULL))`.
    private boolean followsFromEquality(String predicate) {
        if (afterTerm(predicate) == predicate.length()) {
            return true;
        }
        if (!predicate.startsWith("((") || !predicate.endsWith("))")) {
            return false;
        }
        String rest = predicate.substring(1, predicate.length() - 1);
        while (true) {
            int end = afterTerm(rest);
            if (end == rest.length()) {
                return true;
            }
            if (end == 0 || !rest.startsWith(AND, end)) {
                return false;
            }
            rest = rest.substring(end + AND.length());
        }
    }

    /// {@return where a leading `(column IS NOT NULL)` ends, or 0 when there is none}
    private int afterTerm(String text) {
        for (String column : columns) {
            String term = "(" + SqlIdentifier.quote(column) + " IS NOT NULL)";
            // Which words are quoted depends on the server's version.
            String bare = "(" + column + " IS NOT NULL)";
            if (text.startsWith(term)) {
                return term.length();
            }
            if (PLAIN.matcher(column).matches() && text.startsWith(bare)) {
                return bare.length();
            }
        }
        return 0;
    }
}
