package dev.dryrun.capture;

import dev.dryrun.model.Column;
import dev.dryrun.model.Column.IdentitySequence;
import dev.dryrun.model.Constraint;
import dev.dryrun.model.Facts;
import dev.dryrun.model.ForeignSource;
import dev.dryrun.model.Index;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.PartitionOf;
import dev.dryrun.model.Partitioning;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.ReplicaIdentity;
import dev.dryrun.model.RowSecurity;
import dev.dryrun.model.RowSecurity.Policy;
import dev.dryrun.model.Rule;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.StatisticsObject;
import dev.dryrun.model.Table;
import dev.dryrun.model.TableStorage;
import dev.dryrun.model.Trigger;
import dev.dryrun.model.View;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Makes a relation, or a sequence, of its row and of the rows that belong to it.
final class RelationMaker {

    private final RelationTexts texts;
    private final FactsReader facts;
    private final RowsByOwner<CatalogColumn> columns;
    private final RowsByOwner<Map.Entry<Integer, IdentitySequence>> identities;
    private final RowsByOwner<QualifiedName> parents;
    private final RowsByOwner<InRelation<Constraint>> constraints;
    private final RowsByOwner<IndexReader.Pending> indexes;
    private final RowsByOwner<IndexReader.Attribute> attributes;
    private final RowsByOwner<Trigger> triggers;
    private final RowsByOwner<Rule> rules;
    private final RowsByOwner<Policy> policies;
    private final RowsByOwner<InRelation<StatisticsObject>> statistics;
    private final RowsByOwner<View.Use> uses;
    private final RowsByOwner<SequenceRows.Pending> sequences;

    RelationMaker(OwnedRows rows, RelationTexts texts, FactsReader facts) throws SQLException {
        this.texts = texts;
        this.facts = facts;
        this.columns = rows.open("columns", CatalogColumn::read);
        this.identities = rows.open("identity_sequences", SequenceRows::identity);
        this.parents = rows.open("parents", RelationMaker::name);
        this.constraints = rows.open("constraints", texts.constraints()::read);
        this.indexes = rows.open("indexes", texts.indexes()::read);
        this.attributes = rows.open("index_attributes", IndexReader.Attribute::read);
        this.triggers = rows.open("triggers", texts.parts()::trigger);
        this.rules = rows.open("rules", texts.parts()::rule);
        this.policies = rows.open("policies", texts.parts()::policy);
        this.statistics = rows.open("statistics_objects", texts.parts()::extendedStatistics);
        this.uses = rows.open("view_uses", RelationMaker::use);
        this.sequences = rows.open("sequence_definitions", SequenceRows::read);
    }

    /// What tables and materialised views both have.
    private record Stored(
            QualifiedName name,
            List<CatalogColumn> columns,
            List<Index> indexes,
            List<StatisticsObject> statistics,
            List<Trigger> triggers,
            List<Rule> rules,
            Facts facts) {}

    /// {@return the relation that the row is about; null for a sequence that an identity column
    /// has}
    ///
    /// @param row its oid greater than that of every one before
    @Nullable SchemaObject make(Rows row) throws SQLException {
        long oid = row.oid();
        if (row.text("kind").equals("S")) {
            List<SequenceRows.Pending> sequence = sequences.take(oid);
            return sequence.isEmpty() ? null : sequence.getFirst().of(name(row), facts.take(row));
        }
        List<CatalogColumn> own = columns.take(oid);
        ColumnNames names = new ColumnNames(own);
        Stored common =
                new Stored(
                        name(row),
                        own,
                        indexes(oid, names),
                        InRelation.all(statistics.take(oid), names),
                        triggers.take(oid),
                        rules.take(oid),
                        facts.take(row));
        return switch (row.text("kind")) {
            case "v", "m" -> view(row, common);
            default -> table(row, common, names);
        };
    }

    private Table table(Rows row, Stored common, ColumnNames names) throws SQLException {
        long oid = row.oid();
        Map<Integer, IdentitySequence> own = new HashMap<>();
        for (Map.Entry<Integer, IdentitySequence> sequence : identities.take(oid)) {
            own.put(sequence.getKey(), sequence.getValue());
        }
        List<Column> made = new ArrayList<>(common.columns.size());
        for (CatalogColumn column : common.columns) {
            made.add(column.toColumn(texts.columns(), own));
        }
        List<QualifiedName> above = parents.take(oid);
        boolean partition = row.flag("partition") && !above.isEmpty();
        return new Table(
                common.name,
                made,
                ConstraintReader.all(constraints.take(oid), names),
                common.indexes,
                partitioning(row),
                partition
                        ? new PartitionOf(above.getFirst(), texts.partitionBounds().of(oid))
                        : null,
                partition ? List.of() : above,
                row.nameOrNull("type_schema", "type_name"),
                storage(row),
                replicaIdentity(row.text("replica_identity")),
                new RowSecurity(
                        row.flag("row_security"),
                        row.flag("force_row_security"),
                        policies.take(oid)),
                common.triggers,
                common.rules,
                common.statistics,
                foreign(row),
                common.facts);
    }

    private View view(Rows row, Stored common) throws SQLException {
        boolean materialized = row.text("kind").equals("m");
        List<View.ViewColumn> made = new ArrayList<>(common.columns.size());
        for (CatalogColumn column : common.columns) {
            made.add(column.toViewColumn(texts.columns()));
        }
        return new View(
                common.name,
                made,
                texts.views().of(row.oid()).map(PartsReader::withoutSemicolon),
                uses.take(row.oid()),
                materialized ? new TreeMap<>() : Options.of(row, "options"),
                materialized
                        ? new View.Materialized(
                                row.flag("populated"),
                                storage(row),
                                common.indexes,
                                common.statistics)
                        : null,
                common.triggers,
                common.rules,
                common.facts);
    }

    private List<Index> indexes(long oid, ColumnNames names) throws SQLException {
        List<IndexReader.Attribute> own = attributes.take(oid);
        List<Index> made = new ArrayList<>();
        for (IndexReader.Pending index : indexes.take(oid)) {
            made.add(index.in(names, own));
        }
        return made;
    }

    private @Nullable Partitioning partitioning(Rows row) throws SQLException {
        String strategy = row.textOrNull("strategy");
        return strategy == null
                ? null
                : new Partitioning(
                        switch (strategy) {
                            case "r" -> Partitioning.Strategy.RANGE;
                            case "l" -> Partitioning.Strategy.LIST;
                            case "h" -> Partitioning.Strategy.HASH;
                            default ->
                                    throw new SQLException(
                                            "unknown partitioning strategy " + strategy);
                        },
                        texts.partitionKeys()
                                .of(row.oid())
                                .map(key -> key.substring(key.indexOf('(') + 1, key.length() - 1)));
    }

    private static TableStorage storage(Rows row) throws SQLException {
        boolean unlogged = row.flag("unlogged");
        String accessMethod = row.textOrNull("access_method");
        String tablespace = row.textOrNull("tablespace");
        SortedMap<String, String> options = Options.of(row, "options");
        SortedMap<String, String> toastOptions = Options.of(row, "toast_options");
        return unlogged
                        || accessMethod != null
                        || tablespace != null
                        || !options.isEmpty()
                        || !toastOptions.isEmpty()
                ? new TableStorage(unlogged, accessMethod, tablespace, options, toastOptions)
                : TableStorage.DEFAULT;
    }

    private static @Nullable ForeignSource foreign(Rows row) throws SQLException {
        String server = row.textOrNull("server");
        return server == null
                ? null
                : new ForeignSource(server, Options.foreign(row, "foreign_options"));
    }

    private static ReplicaIdentity replicaIdentity(String letter) throws SQLException {
        return switch (letter) {
            case "d" -> ReplicaIdentity.DEFAULT;
            case "n" -> ReplicaIdentity.NOTHING;
            case "f" -> ReplicaIdentity.FULL;
            case "i" -> ReplicaIdentity.INDEX;
            default -> throw new SQLException("unknown replica identity " + letter);
        };
    }

    private static QualifiedName name(Rows row) throws SQLException {
        return new QualifiedName(row.text("schema"), row.text("name"));
    }

    private static View.Use use(Rows row) throws SQLException {
        String kind = row.text("kind");
        return new View.Use(
                new ObjectRef(
                        ObjectKind.ofWord(kind)
                                .orElseThrow(() -> new SQLException("unknown kind " + kind)),
                        name(row)),
                row.texts("columns"));
    }
}
