package dev.dryrun.masking;

import dev.dryrun.model.ColumnName;
import dev.dryrun.model.QualifiedName;
import java.util.Collections;
import java.util.HashMap;
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
    public static final HiddenColumns NONE =
            new HiddenColumns(Map.of(), Set.of(), Set.of(), List.of());

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_$]+");

    private final Map<ColumnName, PolicyColumn> columns;
    private final Map<QualifiedName, Set<String>> byRelation = new HashMap<>();
    private final Set<String> types;
    private final Set<QualifiedName> divided;
    private final Set<String> words = new TreeSet<>();
    private final Set<String> phrases = new TreeSet<>();
    private final List<String> warnings;

    /// @param columns each with what the policy says of it
    /// @param types the types they have, as `format_type` writes them
    /// @param divided the relations whose partitions' bounds hold values of a hidden column
    /// @param warnings what of the policy fits nothing
    HiddenColumns(
            Map<ColumnName, PolicyColumn> columns,
            Set<String> types,
            Set<QualifiedName> divided,
            List<String> warnings) {
        this.columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        this.types = Set.copyOf(types);
        this.divided = Set.copyOf(divided);
        this.warnings = List.copyOf(warnings);
        for (ColumnName column : columns.keySet()) {
            byRelation
                    .computeIfAbsent(column.relation(), _ -> new TreeSet<>())
                    .add(column.column());
            learn(column.column());
            learn(column.relation().name());
        }
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
        return divided.contains(relation);
    }

    /// {@return whether a type is one that a hidden column has, or an array of such}
    ///
    /// @param type as SQL names it
    boolean haveType(QualifiedName type) {
        return types.stream()
                .anyMatch(used ->
                        used.equals(type.sql())
                                || used.equals(type.name())
                                || used.equals(type.sql() + "[]")
                                || used.equals(type.name() + "[]"));
    }

    /// {@return whether a text may be about a hidden column: it holds the name of one or of its
    /// relation, be it in a string}
    ///
    /// @param text anything
    boolean mayBeAbout(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        Matcher matcher = WORD.matcher(lower);
        while (matcher.find()) {
            if (words.contains(matcher.group())) {
                return true;
            }
        }
        return phrases.stream().anyMatch(lower::contains);
    }
}
