package dev.dryrun.mcp.tool;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;
import dev.dryrun.model.Column;
import dev.dryrun.model.ColumnStatistics;
import dev.dryrun.model.Constraint;
import dev.dryrun.model.ConstraintKind;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.Index;
import dev.dryrun.model.InputException;
import dev.dryrun.model.Nearest;
import dev.dryrun.model.PartitionOf;
import dev.dryrun.model.Partitioning;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Relation;
import dev.dryrun.model.Table;
import dev.dryrun.model.TableStatistics;
import dev.dryrun.model.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Writes what `describe_table` answers. For one answer.
///
/// @param catalog where the relation is
/// @param page cuts the lists
/// @param fields which parts are wanted
/// @param onlyColumns which columns are wanted; empty for all
/// @param full whether definitions are shown that other members say already
record TableDescription(
        Catalog catalog, Page page, Set<String> fields, Set<String> onlyColumns, boolean full) {

    JsonObject of(Table table) {
        checkColumns(table.name(), table.columns().stream().map(Column::name).toList());
        JsonObject.Builder out = named(table);
        if (fields.contains("comment")) {
            out.put("comment", table.comment());
        }
        if (fields.contains("columns")) {
            putColumns(out, wanted(table.columns(), Column::name), keyColumns(table));
        }
        if (fields.contains("constraints")) {
            page.put(
                    out,
                    "constraints",
                    shown(table.constraints()),
                    constraint -> TableParts.constraint(constraint, full));
        }
        if (fields.contains("indexes")) {
            page.put(
                    out,
                    "indexes",
                    table.indexes(),
                    index -> TableParts.index(table.name(), index, full));
        }
        if (fields.contains("partition_info")) {
            putPartitioning(out, table);
        }
        putFigures(out, table.name());
        page.end(out);
        return out.build();
    }

    JsonObject of(View view) {
        checkColumns(view.name(), view.columns().stream().map(View.ViewColumn::name).toList());
        JsonObject.Builder out = named(view);
        if (fields.contains("comment")) {
            out.put("comment", view.comment());
        }
        if (fields.contains("columns")) {
            page.put(
                    out,
                    "columns",
                    wanted(view.columns(), View.ViewColumn::name),
                    TableParts::column);
        }
        if (fields.contains("definition")) {
            Readings.putText(out, "definition", view.definition());
        }
        if (fields.contains("indexes") && view.isMaterialized()) {
            page.put(
                    out,
                    "indexes",
                    view.indexes(),
                    index -> TableParts.index(view.name(), index, full));
        }
        putFigures(out, view.name());
        page.end(out);
        return out.build();
    }

    /// Its column says already that it is not null.
    private List<Constraint> shown(List<Constraint> constraints) {
        return full
                ? constraints
                : constraints.stream()
                        .filter(constraint -> constraint.kind() != ConstraintKind.NOT_NULL)
                        .toList();
    }

    private static JsonObject.Builder named(Relation relation) {
        return JsonObject.builder()
                .put("kind", relation.about().kind().word())
                .put("schema", relation.name().schema())
                .put("name", relation.name().name())
                .put("table", relation.name().display());
    }

    private void checkColumns(QualifiedName relation, List<String> known) {
        for (String column : onlyColumns) {
            if (!known.contains(column)) {
                throw new InputException(
                        ErrorCode.OBJECT_UNKNOWN,
                        relation.display() + " has no column \"" + column + "\"",
                        Nearest.one(column, known)
                                .map(near -> "did you mean \"" + near + "\"?")
                                .orElse("call it again without columns to see them all"));
            }
        }
    }

    private <T> List<T> wanted(List<T> columns, Function<T, String> name) {
        return onlyColumns.isEmpty()
                ? columns
                : columns.stream().filter(c -> onlyColumns.contains(name.apply(c))).toList();
    }

    /// Where the list is cut, columns of keys and indexes stay, and the others are still named.
    private void putColumns(JsonObject.Builder out, List<Column> columns, Set<String> keys) {
        int limit = page.limit();
        if (limit == 0 || columns.size() <= limit) {
            page.put(out, "columns", columns, TableParts::column);
            return;
        }
        List<Column> byWeight = new ArrayList<>();
        columns.stream().filter(column -> keys.contains(column.name())).forEach(byWeight::add);
        columns.stream().filter(column -> !keys.contains(column.name())).forEach(byWeight::add);
        page.put(out, "columns", byWeight, TableParts::column);
        List<String> omitted =
                byWeight.subList(limit, byWeight.size()).stream().map(Column::name).toList();
        out.put("columns_omitted_names", JsonArray.ofStrings(omitted));
    }

    private static Set<String> keyColumns(Table table) {
        Set<String> names = new HashSet<>();
        table.constraints().stream().map(Constraint::columns).forEach(names::addAll);
        table.indexes().stream()
                .flatMap(index -> index.keys().stream())
                .filter(key -> !key.isExpression())
                .map(Index.Key::text)
                .forEach(names::add);
        return names;
    }

    private void putPartitioning(JsonObject.Builder out, Table table) {
        PartitionOf partitionOf = table.partitionOf();
        if (partitionOf != null) {
            out.put("partition_of", TableParts.partitionOf(partitionOf));
        }
        Partitioning partitioning = table.partitioning();
        if (partitioning != null) {
            out.put("partitioned", TableParts.partitioning(partitioning));
            page.put(out, "partitions", partitions(table.name()), Function.identity());
        }
    }

    /// A partition knows its parent and not the other way round, so this looks at every table.
    private List<JsonObject> partitions(QualifiedName parent) {
        List<JsonObject> partitions = new ArrayList<>();
        catalog.forEachTable(table -> {
            PartitionOf place = table.partitionOf();
            if (place != null && place.parent().equals(parent)) {
                JsonObject.Builder partition =
                        JsonObject.builder().put("name", table.name().display());
                Readings.putText(partition, "bound", place.bound());
                partitions.add(partition.build());
            }
        });
        return partitions;
    }

    private void putFigures(JsonObject.Builder out, QualifiedName name) {
        if (fields.contains("stats") || fields.contains("column_statistics")) {
            catalog.statistics(name).ifPresent(statistics -> putStatistics(out, statistics));
        }
        if (fields.contains("activity")) {
            page.put(out, "activity", catalog.activity(name), TableParts::activity);
        }
    }

    private void putStatistics(JsonObject.Builder out, TableStatistics statistics) {
        if (fields.contains("stats")) {
            out.put("stats", TableParts.statistics(statistics));
        }
        if (fields.contains("column_statistics")) {
            page.put(
                    out,
                    "column_statistics",
                    wanted(statistics.columns(), ColumnStatistics::column),
                    TableParts::columnStatistics);
        }
    }
}
