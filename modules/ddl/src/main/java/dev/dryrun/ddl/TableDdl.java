package dev.dryrun.ddl;

import dev.dryrun.model.Column;
import dev.dryrun.model.Constraint;
import dev.dryrun.model.ConstraintKind;
import dev.dryrun.model.ForeignSource;
import dev.dryrun.model.PartitionOf;
import dev.dryrun.model.Partitioning;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.ReplicaIdentity;
import dev.dryrun.model.Table;
import dev.dryrun.model.TableStorage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Renders tables: ordinary, partitioned and foreign ones, partitions included.
///
/// A partition is made as a table and then attached, which keeps the order of its columns. So is a
/// child that declares all it inherits; one that does not is made with `INHERITS`.
final class TableDdl {

    private TableDdl() {}

    /// Writes the table with all that belongs to it.
    ///
    /// @param table what to write
    /// @param late whether defaults and checks come later, because one of them needs the table
    static void render(Table table, boolean late, Steps steps) {
        String create = create(table, late, steps);
        if (create == null) {
            return;
        }
        steps.add(Phase.CREATE, create);
        attach(table, steps);
        ConstraintDdl.render(table, late, steps);
        IndexDdl.render(table, table.indexes(), table.isPartitioned(), steps);
        for (Column column : table.columns()) {
            ColumnDdl.render(table, column, late, steps);
        }
        settings(table, steps);
        PartDdl.statistics(table.name(), table.statistics(), steps);
        PartDdl.rules(table, table.rules(), steps);
        PartDdl.triggers(table, table.triggers(), steps);
        PolicyDdl.render(table, steps);
        for (Constraint constraint : table.constraints()) {
            if (constraint.comment() != null) {
                String on = Sql.name(constraint.name()) + " ON " + table.name().sql();
                steps.add(Phase.COMMENT, CommentDdl.on("CONSTRAINT " + on, constraint.comment()));
            }
        }
        FactsDdl.render(table, steps);
    }

    /// {@return the beginning of `ALTER TABLE`}
    ///
    /// @param only whether children are left alone
    static String alter(Table table, boolean only) {
        return (table.foreign() == null ? "ALTER TABLE " : "ALTER FOREIGN TABLE ")
                + (only ? "ONLY " : "")
                + table.name().sql();
    }

    /// {@return whether it is made with `INHERITS`, so that its parents bring columns}
    static boolean inheritsColumns(Table table) {
        return !table.inherits().isEmpty()
                && (table.columns().stream().anyMatch(column -> !column.attributes().local())
                        || table.constraints().stream()
                                .anyMatch(constraint ->
                                        constraint.parents() > 0 && !constraint.local()));
    }

    private static @Nullable String create(Table table, boolean late, Steps steps) {
        StringBuilder text = new StringBuilder("CREATE ");
        if (table.storage().unlogged()) {
            text.append("UNLOGGED ");
        }
        ForeignSource foreign = table.foreign();
        text.append(foreign == null ? "TABLE " : "FOREIGN TABLE ").append(table.name().sql());
        QualifiedName type = table.ofType();
        if (type != null) {
            text.append(" OF ").append(type.sql());
        }
        List<String> elements = elements(table, late, steps);
        if (!elements.isEmpty()) {
            text.append(" (\n    ").append(String.join(",\n    ", elements)).append("\n)");
        } else if (type == null) {
            text.append(" ()");
        }
        if (inheritsColumns(table)) {
            text.append("\nINHERITS (").append(names(table.inherits())).append(")");
        }
        Partitioning partitioning = table.partitioning();
        if (partitioning != null) {
            String key = steps.known(partitioning.key(), "table " + table.name().display());
            if (key == null) {
                return null;
            }
            String strategy = partitioning.strategy().word().toUpperCase(Locale.ROOT);
            text.append("\nPARTITION BY ").append(strategy).append(" (").append(key).append(")");
        }
        if (foreign != null) {
            text.append("\nSERVER ").append(Sql.name(foreign.server()));
            text.append(OptionsDdl.clause(foreign.options()));
        }
        return text.append(storage(table.storage())).toString();
    }

    /// {@return the columns and the conditions that stand between the parentheses}
    private static List<String> elements(Table table, boolean late, Steps steps) {
        boolean inherits = inheritsColumns(table);
        List<String> elements = new ArrayList<>();
        for (Column column : table.columns()) {
            if (!inherits || column.attributes().local()) {
                String element = ColumnDdl.element(table, column, late, steps);
                if (!element.isEmpty()) {
                    elements.add(element);
                }
            }
        }
        for (Constraint constraint : table.constraints()) {
            if (ConstraintDdl.isInline(table, constraint, late)
                    && !isOfColumn(table, constraint, inherits)) {
                if (ConstraintDdl.isUnknown(constraint)) {
                    steps.gap(
                            "constraint "
                                    + constraint.name()
                                    + " of "
                                    + table.name().display()
                                    + " was not captured: locked");
                } else {
                    elements.add(ArrayCasts.kept(ConstraintDdl.named(constraint, null)));
                }
            }
        }
        return elements;
    }

    /// A NOT NULL stands at its column, where that is written.
    private static boolean isOfColumn(Table table, Constraint constraint, boolean inherits) {
        return constraint.kind() == ConstraintKind.NOT_NULL
                && (!inherits
                        || constraint.columns().stream()
                                .flatMap(name -> table.column(name).stream())
                                .allMatch(column -> column.attributes().local()));
    }

    /// {@return the clauses about how rows are kept}
    static String storage(TableStorage storage) {
        StringBuilder text = new StringBuilder();
        if (storage.accessMethod() != null) {
            text.append("\nUSING ").append(Sql.name(storage.accessMethod()));
        }
        SortedMap<String, String> options = new TreeMap<>(storage.options());
        storage.toastOptions().forEach((name, value) -> options.put("toast." + name, value));
        if (!options.isEmpty()) {
            text.append("\nWITH (").append(Sql.parameters(options)).append(")");
        }
        if (storage.tablespace() != null) {
            text.append("\nTABLESPACE ").append(Sql.name(storage.tablespace()));
        }
        return text.toString();
    }

    private static void attach(Table table, Steps steps) {
        PartitionOf place = table.partitionOf();
        if (place != null) {
            String bound = steps.known(place.bound(), "bound of " + table.name().display());
            if (bound != null) {
                steps.add(
                        Phase.ATTACH,
                        "ALTER TABLE ONLY "
                                + place.parent().sql()
                                + " ATTACH PARTITION "
                                + table.name().sql()
                                + " "
                                + bound);
            }
        }
        if (!inheritsColumns(table)) {
            for (QualifiedName parent : table.inherits()) {
                steps.add(Phase.ATTACH, alter(table, true) + " INHERIT " + parent.sql());
            }
        }
    }

    private static void settings(Table table, Steps steps) {
        if (table.foreign() != null) {
            // It has none, whatever the catalogue says.
            return;
        }
        switch (table.replicaIdentity()) {
            case ReplicaIdentity.NOTHING ->
                    steps.add(Phase.TABLE, alter(table, true) + " REPLICA IDENTITY NOTHING");
            case ReplicaIdentity.FULL ->
                    steps.add(Phase.TABLE, alter(table, true) + " REPLICA IDENTITY FULL");
            case ReplicaIdentity.DEFAULT, ReplicaIdentity.INDEX -> {
                // the default; said of the index
            }
        }
    }

    private static String names(List<QualifiedName> tables) {
        return tables.stream().map(QualifiedName::sql).collect(Collectors.joining(", "));
    }
}
