package dev.dryrun.masking;

import dev.dryrun.masking.spi.ValueRole;
import dev.dryrun.model.ColumnLinks;
import dev.dryrun.model.ColumnName;
import dev.dryrun.model.ConfigException;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.Nearest;
import dev.dryrun.model.QualifiedName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The columns of a database, and which of them hold values of others.
///
/// A value that a policy hides in one column is in its copies too: in partitions and inheritance
/// children and their parents, on both sides of a foreign key, in what is generated from it, and in
/// the views over it. Filled once, then asked; not safe for concurrent calls.
public final class ColumnMap implements ColumnLinks {

    private final Map<String, List<ColumnName>> byName = new HashMap<>();
    private final Map<ColumnName, String> types = new HashMap<>();
    private final Map<ColumnName, Set<ColumnName>> copies = new HashMap<>();
    private final Map<QualifiedName, List<ColumnName>> byRelation = new HashMap<>();
    private final Map<ColumnName, Set<QualifiedName>> readers = new HashMap<>();
    private final Map<QualifiedName, Set<ColumnName>> sources = new HashMap<>();
    private final Set<ColumnName> keys = new HashSet<>();
    private final MadeTypes madeTypes = new MadeTypes();
    private final Map<QualifiedName, Set<QualifiedName>> served = new HashMap<>();

    /// Makes one that knows no column yet.
    public ColumnMap() {}

    @Override
    public void column(ColumnName column, String type) {
        if (types.put(column, type) == null) {
            byName.computeIfAbsent(
                            unqualified(column.relation().name(), column.column()),
                            _ -> new ArrayList<>())
                    .add(column);
            byRelation.computeIfAbsent(column.relation(), _ -> new ArrayList<>()).add(column);
        }
    }

    @Override
    public void flows(ColumnName from, ColumnName to) {
        copies.computeIfAbsent(from, _ -> new TreeSet<>()).add(to);
    }

    @Override
    public void reads(QualifiedName view, ColumnName column) {
        readers.computeIfAbsent(column, _ -> new TreeSet<>()).add(view);
        sources.computeIfAbsent(view, _ -> new TreeSet<>()).add(column);
    }

    @Override
    public void divides(ColumnName column) {
        keys.add(column);
    }

    @Override
    public void type(QualifiedName type, List<String> parts) {
        madeTypes.add(type, parts);
    }

    @Override
    public void lists(QualifiedName type) {
        madeTypes.addListing(type);
    }

    @Override
    public void serves(QualifiedName function, QualifiedName owner) {
        served.computeIfAbsent(owner, _ -> new TreeSet<>()).add(function);
    }

    /// {@return what a policy hides here, copies included, with a warning for each of its keys that
    /// names no column}
    ///
    /// @param policy says which
    /// @throws ConfigException POLICY_INVALID when a strategy cannot mask a column's type
    public HiddenColumns hidden(MaskingPolicy policy) {
        Map<ColumnName, PolicyColumn> named = new LinkedHashMap<>();
        List<String> warnings = new ArrayList<>(policy.warnings());
        joinListed();
        for (PolicyColumn wanted : policy.columns()) {
            List<ColumnName> found = find(wanted);
            if (found.isEmpty()) {
                warnings.add(unknown(policy, wanted));
            }
            for (ColumnName column : found) {
                refuseUnfit(policy, wanted, column);
                named.merge(column, wanted, (one, other) -> other.schema() == null ? one : other);
            }
        }
        Map<ColumnName, PolicyColumn> hidden = new LinkedHashMap<>(named);
        named.forEach((column, wanted) -> spread(column, wanted, named.keySet(), hidden));
        return new HiddenColumns(hidden, reach(hidden.keySet()), warnings);
    }

    /// {@return every column there is, hidden}
    HiddenColumns all() {
        Map<ColumnName, PolicyColumn> hidden = new LinkedHashMap<>();
        types.keySet().forEach(column -> hidden.put(column, PolicyColumn.removed(column)));
        return new HiddenColumns(hidden, reach(hidden.keySet()), List.of());
    }

    private Reach reach(Set<ColumnName> hidden) {
        Set<QualifiedName> relations =
                hidden.stream().map(ColumnName::relation).collect(Collectors.toSet());
        Set<QualifiedName> made = madeTypes.within(typesOf(hidden));
        Set<QualifiedName> owners = new HashSet<>(relations);
        owners.addAll(made);
        return new Reach(
                made,
                keys.stream()
                        .filter(hidden::contains)
                        .map(ColumnName::relation)
                        .collect(Collectors.toSet()),
                relations.stream().filter(sources::containsKey).collect(Collectors.toSet()),
                owners.stream()
                        .flatMap(owner -> served.getOrDefault(owner, Set.of()).stream())
                        .collect(Collectors.toSet()));
    }

    /// The labels of an enumeration are hidden with one column, so they must be in all: its values
    /// are found wherever the type is.
    private void joinListed() {
        Map<String, ColumnName> last = new HashMap<>();
        types.forEach((column, type) ->
                madeTypes
                        .listedBy(type)
                        .forEach(listing -> {
                            ColumnName other = last.put(listing, column);
                            if (other != null) {
                                flows(column, other);
                                flows(other, column);
                            }
                        }));
    }

    private List<ColumnName> find(PolicyColumn wanted) {
        String schema = wanted.schema();
        if (schema == null) {
            return byName.getOrDefault(unqualified(wanted.table(), wanted.column()), List.of());
        }
        ColumnName column =
                new ColumnName(new QualifiedName(schema, wanted.table()), wanted.column());
        return types.containsKey(column) ? List.of(column) : List.of();
    }

    /// What a strategy is told to mask it should be able to. Of types that are not built in nothing
    /// is known here: there values are removed if need be, with a warning.
    private void refuseUnfit(MaskingPolicy policy, PolicyColumn wanted, ColumnName column) {
        ChosenStrategy strategy = wanted.strategy();
        if (strategy.equals(ChosenStrategy.NULL)) {
            return;
        }
        TypeName type = TypeName.of(types.getOrDefault(column, ""));
        if (type.builtIn() && !strategy.mask().handles(type.base(), ValueRole.MOST_COMMON_VALUES)) {
            throw new ConfigException(
                    ErrorCode.POLICY_INVALID,
                    place(policy, wanted)
                            + strategy
                            + " cannot mask "
                            + column.display()
                            + ", which is "
                            + type.base(),
                    "choose another strategy or option; without one the values are removed");
        }
    }

    /// The policy's own word on a column stands above what comes to it from another. Where values
    /// come together that are masked in two ways, none stays.
    private void spread(
            ColumnName start,
            PolicyColumn wanted,
            Set<ColumnName> named,
            Map<ColumnName, PolicyColumn> hidden) {
        Deque<ColumnName> open = new ArrayDeque<>(List.of(start));
        for (ColumnName source : behind(start)) {
            if (!named.contains(source) && join(source, wanted, hidden)) {
                open.push(source);
            }
        }
        while (!open.isEmpty()) {
            ColumnName from = open.pop();
            PolicyColumn how = hidden.getOrDefault(from, wanted);
            for (ColumnName copy : copiesOf(from)) {
                if (!named.contains(copy) && join(copy, how, hidden)) {
                    open.push(copy);
                }
            }
        }
    }

    /// {@return whether this says more of the column than was said before}
    private static boolean join(
            ColumnName column, PolicyColumn how, Map<ColumnName, PolicyColumn> hidden) {
        PolicyColumn before = hidden.get(column);
        if (before != null
                && (before.strategy().equals(ChosenStrategy.NULL)
                        || before.strategy().equals(how.strategy()))) {
            return false;
        }
        hidden.put(column, before == null ? how : before.removing());
        return true;
    }

    /// Which column of a view shows which that it reads is not asked: each may.
    private Set<ColumnName> copiesOf(ColumnName column) {
        Set<QualifiedName> views = readers.getOrDefault(column, Set.of());
        Set<ColumnName> itself = copies.getOrDefault(column, Set.of());
        if (views.isEmpty()) {
            return itself;
        }
        Set<ColumnName> all = new TreeSet<>(itself);
        for (QualifiedName view : views) {
            all.addAll(byRelation.getOrDefault(view, List.of()));
        }
        return all;
    }

    /// A policy that names a view's column means what is behind it. Which that is, is not asked:
    /// anything the view reads.
    private Set<ColumnName> behind(ColumnName column) {
        if (!sources.containsKey(column.relation())) {
            return Set.of();
        }
        Set<ColumnName> all = new TreeSet<>();
        Deque<ColumnName> open = new ArrayDeque<>(List.of(column));
        while (!open.isEmpty()) {
            for (ColumnName source : sources.getOrDefault(open.pop().relation(), Set.of())) {
                if (all.add(source)) {
                    open.push(source);
                }
            }
        }
        return all;
    }

    private Set<String> typesOf(Collection<ColumnName> columns) {
        Set<String> names = new TreeSet<>();
        columns.forEach(column -> names.add(types.getOrDefault(column, "")));
        return names;
    }

    private String unknown(MaskingPolicy policy, PolicyColumn wanted) {
        List<String> known =
                types.keySet().stream()
                        .filter(column -> isNear(column, wanted))
                        .map(column -> name(column, wanted.schema() != null))
                        .toList();
        return place(policy, wanted)
                + "no column is called "
                + wanted.key()
                + Nearest.one(wanted.key(), known).map(near -> "; nearest is " + near).orElse("");
    }

    private static String place(MaskingPolicy policy, PolicyColumn wanted) {
        return policy.file() + ":" + wanted.line() + ":" + wanted.lineColumn() + ": ";
    }

    /// Comparing a key with every column of a large database is for those that share a part.
    private static boolean isNear(ColumnName column, PolicyColumn wanted) {
        QualifiedName relation = column.relation();
        return relation.name().equals(wanted.table())
                || column.column().equals(wanted.column())
                || relation.schema().equals(wanted.schema());
    }

    private static String name(ColumnName column, boolean qualified) {
        return qualified ? column.display() : column.relation().name() + "." + column.column();
    }

    private static String unqualified(String relation, String column) {
        return relation.length() + ":" + relation + "." + column;
    }
}
