package dev.dryrun.masking;

import dev.dryrun.model.ColumnName;
import dev.dryrun.model.QualifiedName;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The columns of one database whose values nobody may see, copies included.
///
/// Immutable.
public final class HiddenColumns {

    /// Hides nothing.
    public static final HiddenColumns NONE = new HiddenColumns(Map.of(), Reach.NONE, List.of());

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_$]+");

    /// A name that is spelt in code points is not looked for: it may be any.
    private static final Pattern SPELT = Pattern.compile("[uU]&[\"']");

    private static final Pattern QUOTED = Pattern.compile("\"\"");

    private final Map<ColumnName, PolicyColumn> columns;
    private final Map<QualifiedName, Set<String>> byRelation = new HashMap<>();
    private final Reach reach;
    private final Set<String> typeNames = new TreeSet<>();
    private final Set<String> words = new HashSet<>();
    private final Set<String> phrases = new TreeSet<>();
    private final List<String> warnings;

    /// @param columns each with what the policy says of it
    /// @param reach what else may hold their values
    /// @param warnings what of the policy fits nothing
    HiddenColumns(Map<ColumnName, PolicyColumn> columns, Reach reach, List<String> warnings) {
        this.columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        this.reach = reach;
        this.warnings = List.copyOf(warnings);
        Set<String> names = new HashSet<>();
        for (ColumnName column : columns.keySet()) {
            byRelation
                    .computeIfAbsent(column.relation(), _ -> new TreeSet<>())
                    .add(column.column());
            names.add(column.relation().name());
            if (!reach.views().contains(column.relation())) {
                names.add(column.column());
            }
        }
        for (QualifiedName type : reach.types()) {
            names.add(type.name());
            typeNames.add(type.name());
        }
        names.forEach(this::learn);
    }

    private void learn(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        (WORD.matcher(lower).matches() ? words : phrases).add(lower);
    }

    /// {@return what is probably a mistake in the policy, one line each}
    public List<String> warnings() {
        return warnings;
    }

    /// {@return how many columns are hidden, copies included}
    public int size() {
        return columns.size();
    }

    /// {@return what the policy says of a column; empty when it may be seen}
    ///
    /// @param column which
    public Optional<PolicyColumn> find(ColumnName column) {
        return Optional.ofNullable(columns.get(column));
    }

    /// {@return the names of the strategies that mask them}
    public SortedSet<String> strategies() {
        SortedSet<String> names = new TreeSet<>();
        columns.values().forEach(column -> names.add(column.strategy().name()));
        return names;
    }

    /// {@return how the values of a column are masked; empty when it may be seen}
    ///
    /// @param relation its table or view
    /// @param column `attname`
    Optional<ChosenStrategy> strategy(QualifiedName relation, String column) {
        return find(new ColumnName(relation, column)).map(PolicyColumn::strategy);
    }

    /// {@return the hidden columns of a relation, by name; empty when there are none}
    ///
    /// @param relation which
    public Set<String> of(QualifiedName relation) {
        return byRelation.getOrDefault(relation, Set.of());
    }

    /// {@return whether a relation is divided into partitions by a hidden column}
    ///
    /// @param relation which
    boolean divide(QualifiedName relation) {
        return reach.divided().contains(relation);
    }

    /// {@return whether values of hidden columns have a type, or are made of such}
    ///
    /// @param type as SQL names it
    boolean haveType(QualifiedName type) {
        return reach.types().contains(type);
    }

    /// {@return whether a function is given values of a relation with hidden columns}
    ///
    /// @param function with the types of its arguments
    boolean reach(QualifiedName function) {
        String name = function.name();
        int arguments = name.indexOf('(');
        return reach.functions()
                .contains(
                        arguments < 0
                                ? function
                                : new QualifiedName(
                                        function.schema(), name.substring(0, arguments)));
    }

    /// {@return whether a word in an expression of a relation's columns means hidden values: a
    /// hidden column, the whole row, or a type that hidden columns have}
    ///
    /// @param relation whose; one with hidden columns
    /// @param word as the catalogue stores it
    boolean isMeant(QualifiedName relation, String word) {
        return of(relation).contains(word)
                || word.equals(relation.name())
                || typeNames.contains(word);
    }

    /// {@return whether a text holds the name of a type that hidden columns have}
    ///
    /// @param text anything
    boolean namesType(String text) {
        return typeNames.stream().anyMatch(text::contains);
    }

    /// {@return whether a text may be about a hidden column: it holds the name of one, of its
    /// relation or of its type, be it in a string, or a name that cannot be read}
    ///
    /// @param text anything
    boolean mayBeAbout(String text) {
        if (columns.isEmpty()) {
            return false;
        }
        String lower = QUOTED.matcher(text).replaceAll("\"").toLowerCase(Locale.ROOT);
        Matcher matcher = WORD.matcher(lower);
        while (matcher.find()) {
            if (words.contains(matcher.group())) {
                return true;
            }
        }
        return phrases.stream().anyMatch(lower::contains) || SPELT.matcher(text).find();
    }
}
