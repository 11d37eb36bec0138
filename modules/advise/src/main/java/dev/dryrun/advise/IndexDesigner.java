package dev.dryrun.advise;

import dev.dryrun.advise.Condition.Kind;
import dev.dryrun.advise.IndexDesign.DesignedKey;
import dev.dryrun.model.Column;
import dev.dryrun.model.SqlIdentifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Designs the index that would serve a need best.
///
/// A B-tree has the columns compared with `=` first, the most selective first of all; then one
/// column that is compared by `<` or `>`, or else the columns of the order that is wanted.
final class IndexDesigner {

    /// Beyond this share of the rows, reading the whole table is cheaper.
    static final double SHARE_MAX = 0.1;

    private static final int KEYS_MAX = 4;
    private static final double UNKNOWN_EQUAL = 0.01;
    private static final double USELESS_KEY = 0.5;
    private static final double PARTIAL_SHARE = 0.5;
    private static final double FEW_ROWS = 5;

    private static final int INCLUDED_MAX = 3;
    private static final double INCLUDED_BYTES_MAX = 48;
    private static final double VISIBLE_MIN = 0.8;
    private static final double INCLUDED_FOR_ROWS = 100;

    private final Need need;
    private final TableFacts facts;
    private final Selectivity selectivity;
    private final List<DesignedKey> keys = new ArrayList<>();
    private final List<String> predicates = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private double coverage = 1;

    /// Makes one.
    ///
    /// @param need what is wanted
    IndexDesigner(Need need) {
        this.need = need;
        this.facts = need.facts();
        this.selectivity = new Selectivity(facts);
    }

    /// {@return the index; empty when none would help}
    Optional<IndexDesign> design() {
        return ordered().or(this::contained).or(this::pattern).or(this::wrapped);
    }

    private Optional<IndexDesign> ordered() {
        List<Condition> equal = distinct(Kind.EQUAL);
        equal.removeIf(condition -> share(condition) > USELESS_KEY);
        equal.sort(Comparator.comparingDouble(this::share));
        Optional<Condition> range = range();
        String first = need.sort().isEmpty() ? null : need.sort().getFirst().column();
        boolean sorted =
                first != null
                        && (range.isEmpty()
                                || (need.limited() && first.equals(range.get().column())));
        double share = 1;
        for (Condition condition : equal) {
            boolean few = share * facts.rows().orElse(Double.MAX_VALUE) <= FEW_ROWS;
            if (keys.size() < KEYS_MAX - 1 && !few) {
                share *= share(condition);
                key(condition, SqlIdentifier.quote(String.valueOf(condition.column())));
            }
        }
        if (!keys.isEmpty()) {
            reasons.add(
                    keys.size() == 1
                            ? "found by equality"
                            : "compared by equality, the most selective first");
        }
        if (sorted && (need.limited() || !keys.isEmpty())) {
            order();
        } else if (range.isPresent()) {
            share *= share(range.get());
            key(range.get(), rangeKey(range.get()));
            reasons.add(keys.size() == 1 ? "found by range" : "then by range");
        }
        share *= partial();
        boolean inOrder = need.limited() && sorted;
        return keys.isEmpty() || !(inOrder || isWorthIt(share))
                ? nothing()
                : Optional.of(included(finished("btree", share)));
    }

    private Optional<IndexDesign> nothing() {
        keys.clear();
        predicates.clear();
        reasons.clear();
        return Optional.empty();
    }

    private void order() {
        Set<String> present = new HashSet<>();
        keys.forEach(key -> present.add(key.column()));
        for (SortColumn column : need.sort()) {
            if (present.add(column.column()) && keys.size() < KEYS_MAX) {
                keys.add(new DesignedKey(column.column(), column.sql(), null));
            }
        }
        reasons.add(need.limited() ? "in the order that LIMIT stops in" : "then in order");
    }

    private Optional<Condition> range() {
        List<Condition> ranges = distinct(Kind.RANGE);
        ranges.addAll(distinct(Kind.PREFIX));
        return ranges.stream()
                .filter(condition ->
                        facts.table()
                                .column(String.valueOf(condition.column()))
                                .filter(column -> !isSpecial(column.type()))
                                .isPresent())
                .min(Comparator.comparingDouble(this::share));
    }

    private static String rangeKey(Condition condition) {
        String column = SqlIdentifier.quote(String.valueOf(condition.column()));
        return condition.kind() == Kind.PREFIX ? column + " text_pattern_ops" : column;
    }

    private void key(Condition condition, String sql) {
        keys.add(new DesignedKey(String.valueOf(condition.column()), sql, condition));
    }

    /// What need not be a key because it can be the condition of a partial index.
    private double partial() {
        double share = 1;
        for (Condition condition : distinct(Kind.IS_NULL)) {
            if (share(condition) <= PARTIAL_SHARE) {
                String column = SqlIdentifier.quote(String.valueOf(condition.column()));
                if (keys.isEmpty() && share(condition) <= SHARE_MAX) {
                    key(condition, column);
                }
                predicates.add(column + " IS NULL");
                share *= share(condition);
                coverage *= share(condition);
            }
        }
        if (!keys.isEmpty() && predicates.isEmpty()) {
            dominated(keys.getFirst());
        }
        return share;
    }

    /// Most rows have one value, or none, that the query does not look for.
    private void dominated(DesignedKey first) {
        Condition condition = first.by();
        if (condition == null || !condition.isStrict()) {
            return;
        }
        String column = SqlIdentifier.quote(first.column());
        if (facts.nullFraction(first.column()).orElse(0) > PARTIAL_SHARE) {
            predicates.add(column + " IS NOT NULL");
            coverage = 1 - facts.nullFraction(first.column()).orElse(0);
            return;
        }
        String literal = condition.literal();
        List<Selectivity.Frequent> common = selectivity.common(first.column());
        boolean dominant = !common.isEmpty() && common.getFirst().share() > PARTIAL_SHARE;
        if (dominant
                && condition.operator().equals("=")
                && literal != null
                && !literal.startsWith("{")
                && !literal.equals(common.getFirst().value())) {
            predicates.add(column + " <> " + Expressions.quoted(common.getFirst().value()));
            coverage = 1 - common.getFirst().share();
        }
    }

    private Optional<IndexDesign> contained() {
        Optional<Condition> found = distinct(Kind.CONTAINS).stream().findFirst();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String column = String.valueOf(found.get().column());
        String type = facts.table().column(column).map(Column::type).orElse("");
        String operator = found.get().operator();
        boolean inverted = type.endsWith("[]") || type.equals("jsonb") || type.equals("tsvector");
        boolean listed = !type.equals("jsonb") || !operator.equals("<@");
        if (inverted && listed && isWorthIt(share(found.get()))) {
            key(found.get(), SqlIdentifier.quote(column));
            reasons.add("an inverted index finds rows by what " + type + " contains");
            return Optional.of(finished("gin", share(found.get())));
        }
        if (isSpatial(type)) {
            key(found.get(), SqlIdentifier.quote(column));
            reasons.add("GiST finds what overlaps or contains");
            return Optional.of(finished("gist", share(found.get())));
        }
        return Optional.empty();
    }

    private Optional<IndexDesign> pattern() {
        Optional<Condition> found = distinct(Kind.PATTERN).stream().findFirst();
        if (found.isEmpty() || found.get().literal() == null) {
            return Optional.empty();
        }
        String column = SqlIdentifier.quote(String.valueOf(found.get().column()));
        key(found.get(), column + " gin_trgm_ops");
        reasons.add("trigrams find a pattern anywhere in the text");
        return Optional.of(finished("gin", share(found.get())));
    }

    private Optional<IndexDesign> wrapped() {
        for (Condition condition : need.conditions()) {
            String key =
                    condition.kind() == Kind.WRAPPED && condition.left() != null
                            ? Expressions.key(condition.left())
                            : null;
            if (key != null && Wrapped.isImmutable(condition, facts.table())) {
                key(condition, key);
                reasons.add("an index of the expression that is compared");
                return need.keptShare().orElse(UNKNOWN_EQUAL) <= SHARE_MAX
                        ? Optional.of(finished("btree", UNKNOWN_EQUAL))
                        : nothing();
            }
        }
        return Optional.empty();
    }

    private IndexDesign finished(String method, double share) {
        return new IndexDesign(
                method,
                keys,
                predicates.isEmpty() ? null : String.join(" AND ", predicates),
                List.of(),
                need.keptShare().isPresent() ? need.keptShare() : OptionalDouble.of(share),
                coverage,
                String.join(", ", reasons));
    }

    /// INCLUDE only what lets the index alone answer, where that saves visits to the table.
    private IndexDesign included(IndexDesign design) {
        Set<String> columns = need.columns();
        double found = design.share().orElse(0) * facts.rows().orElse(0);
        if (columns == null
                || found < INCLUDED_FOR_ROWS
                || facts.allVisible().orElse(0) < VISIBLE_MIN) {
            return design;
        }
        List<String> more =
                columns.stream().filter(it -> !design.columns().contains(it)).sorted().toList();
        double bytes = more.stream().mapToDouble(this::width).sum();
        return more.isEmpty() || more.size() > INCLUDED_MAX || bytes > INCLUDED_BYTES_MAX
                ? design
                : design.with(
                        more,
                        design.rationale() + "; INCLUDE lets the index alone answer the query");
    }

    private double width(String column) {
        return facts.widthBytes(column).orElse(INCLUDED_BYTES_MAX);
    }

    private boolean isWorthIt(double estimated) {
        boolean all = need.conditions().stream().allMatch(this::isServed);
        double share = all ? need.keptShare().orElse(estimated) : estimated;
        return Math.min(share, estimated) <= SHARE_MAX && share <= SHARE_MAX * 2;
    }

    private boolean isServed(Condition condition) {
        boolean searched =
                condition.kind() == Kind.IS_NULL
                        || keys.stream().anyMatch(key -> condition.equals(key.by()));
        boolean again =
                condition.kind() == Kind.RANGE
                        && keys.stream().anyMatch(key -> key.column().equals(condition.column()));
        return searched || again;
    }

    private double share(Condition condition) {
        return selectivity.of(condition).orElse(unknown(condition));
    }

    private double unknown(Condition condition) {
        boolean only = need.conditions().size() == 1;
        return condition.kind() == Kind.EQUAL
                ? UNKNOWN_EQUAL
                : only ? need.keptShare().orElse(1.0 / 3) : 1.0 / 3;
    }

    private List<Condition> distinct(Kind kind) {
        Set<String> seen = new HashSet<>();
        List<Condition> found = new ArrayList<>();
        for (Condition condition : need.conditions()) {
            if (condition.kind() == kind
                    && condition.column() != null
                    && seen.add(condition.column())) {
                found.add(condition);
            }
        }
        return found;
    }

    /// {@return whether a type has no order that a B-tree would be searched by}
    private static boolean isSpecial(String type) {
        return isSpatial(type) || type.equals("jsonb") || type.equals("tsvector");
    }

    static boolean isSpatial(@Nullable String type) {
        return type != null
                && (type.endsWith("range")
                        || Set.of("geometry", "geography", "box", "point", "polygon", "circle")
                                .contains(type)
                        || type.startsWith("geometry(")
                        || type.startsWith("geography(")
                        || type.endsWith(".geometry")
                        || type.endsWith(".geography"));
    }
}
