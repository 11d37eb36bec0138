package dev.dryrun.capture;

import dev.dryrun.model.Column;
import dev.dryrun.model.Constraint;
import dev.dryrun.model.ConstraintKind;
import dev.dryrun.model.Index;
import dev.dryrun.model.PartitionOf;
import dev.dryrun.model.Partitioning;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads table definitions: four queries over all tables, joined here as they stream in.
record TableReader(Connection connection) {

    void read(Consumer<? super Table> consumer) throws SQLException {
        try (Rows tables = new CatalogQuery("tables").run(connection);
                RowsByOwner<Column> columns = owned("columns", TableReader::column);
                RowsByOwner<Constraint> constraints =
                        owned("constraints", TableReader::constraint);
                RowsByOwner<Index> indexes = owned("indexes", TableReader::index);
                FactsReader facts = FactsReader.open(connection, "pg_class")) {
            while (tables.next()) {
                long oid = tables.oid();
                consumer.accept(
                        new Table(
                                new QualifiedName(tables.text("schema"), tables.text("name")),
                                columns.take(oid),
                                constraints.take(oid),
                                indexes.take(oid),
                                partitioning(tables),
                                partitionOf(tables),
                                facts.take(tables)));
            }
        }
    }

    private <T> RowsByOwner<T> owned(String query, RowsByOwner.Mapper<T> mapper)
            throws SQLException {
        return new RowsByOwner<>(new CatalogQuery(query).run(connection), mapper);
    }

    private static @Nullable Partitioning partitioning(Rows row) throws SQLException {
        String strategy = row.textOrNull("strategy");
        if (strategy == null) {
            return null;
        }
        String key = row.text("partition_key");
        return new Partitioning(
                switch (strategy) {
                    case "r" -> Partitioning.Strategy.RANGE;
                    case "l" -> Partitioning.Strategy.LIST;
                    case "h" -> Partitioning.Strategy.HASH;
                    default -> throw new SQLException("unknown partitioning strategy " + strategy);
                },
                key.substring(key.indexOf('(') + 1, key.length() - 1));
    }

    private static @Nullable PartitionOf partitionOf(Rows row) throws SQLException {
        String parent = row.textOrNull("parent_name");
        return parent == null
                ? null
                : new PartitionOf(
                        new QualifiedName(row.text("parent_schema"), parent), row.text("bound"));
    }

    private static Column column(Rows row) throws SQLException {
        String expression = row.textOrNull("expression");
        String generated = row.text("generated");
        boolean computed = !generated.isEmpty();
        return new Column(
                row.text("name"),
                row.text("type"),
                !row.flag("not_null"),
                computed ? null : expression,
                switch (row.text("identity")) {
                    case "a" -> Column.Identity.ALWAYS;
                    case "d" -> Column.Identity.BY_DEFAULT;
                    default -> null;
                },
                computed && expression != null
                        ? new Column.Generated(expression, generated.equals("s"))
                        : null,
                row.textOrNull("comment"));
    }

    private static Constraint constraint(Rows row) throws SQLException {
        String kind = row.text("kind");
        String foreign = row.textOrNull("foreign_name");
        return new Constraint(
                row.text("name"),
                switch (kind) {
                    case "p" -> ConstraintKind.PRIMARY_KEY;
                    case "f" -> ConstraintKind.FOREIGN_KEY;
                    case "u" -> ConstraintKind.UNIQUE;
                    case "c" -> ConstraintKind.CHECK;
                    case "x" -> ConstraintKind.EXCLUSION;
                    default -> throw new SQLException("unknown kind of constraint " + kind);
                },
                row.texts("columns"),
                foreign == null
                        ? null
                        : new Constraint.Reference(
                                new QualifiedName(row.text("foreign_schema"), foreign),
                                row.texts("foreign_columns")),
                row.text("definition"),
                row.flag("validated"),
                row.textOrNull("comment"));
    }

    private static Index index(Rows row) throws SQLException {
        List<String> texts = row.texts("keys");
        List<Boolean> expressions = row.flags("expressions");
        List<Index.Key> keys = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            keys.add(new Index.Key(texts.get(i), expressions.get(i)));
        }
        return new Index(
                row.text("name"),
                row.text("method"),
                keys,
                row.texts("include"),
                row.flag("is_unique"),
                row.textOrNull("predicate"),
                row.flag("valid"),
                row.textOrNull("constraint_name"),
                row.text("definition"),
                row.textOrNull("comment"));
    }
}
