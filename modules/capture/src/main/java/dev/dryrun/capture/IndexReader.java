package dev.dryrun.capture;

import dev.dryrun.model.Index;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Reading;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Makes indexes of rows of `indexes.sql`. Only expressions and predicates were deparsed.
///
/// @param expressions the deparsed ones of each index, in order
/// @param predicates the deparsed ones
/// @param operatorClasses by oid
/// @param collations those that indexes use, by oid
record IndexReader(
        Deparsed<List<String>> expressions,
        Deparsed<String> predicates,
        Map<Long, OperatorClass> operatorClasses,
        Map<Long, QualifiedName> collations) {

    private static final long DESCENDING = 1;
    private static final long NULLS_FIRST = 2;

    /// An attribute of an index that says more than its column does.
    ///
    /// @param index the oid of the index
    /// @param position from 1
    /// @param type the oid of its type, or of what that is a domain over
    /// @param collation the oid of its type's own
    /// @param statisticsTarget null for the server's default
    /// @param options those of its operator class
    record Attribute(
            long index,
            int position,
            long type,
            long collation,
            @Nullable Integer statisticsTarget,
            SortedMap<String, String> options) {

        static Attribute read(Rows row) throws SQLException {
            return new Attribute(
                    row.oid("index_oid"),
                    row.whole("position"),
                    row.oid("base_type"),
                    row.oid("collation"),
                    row.wholeOrNull("statistics_target"),
                    Options.of(row, "options"));
        }
    }

    private static final Reading<String> NONE = Reading.absent(Reading.Reason.NONE_KEPT);

    static IndexReader open(Connection connection, Deparser deparser) throws SQLException {
        Map<Long, QualifiedName> collations = new HashMap<>();
        try (Rows row = new CatalogQuery("index_collations").run(connection)) {
            while (row.next()) {
                collations.put(row.oid(), new QualifiedName(row.text("schema"), row.text("name")));
            }
        }
        return new IndexReader(
                deparser.lists("index_expressions"),
                deparser.texts("index_predicates"),
                OperatorClass.readAll(connection),
                collations);
    }

    /// An index whose keys wait for the columns and the attributes of its relation. A record: a
    /// lambda that holds as much is slow to make where methods are compiled in a hurry.
    ///
    /// @param keys by position, 0 for an expression; those that are only included last
    /// @param operatorClasses by position
    /// @param collations by position
    /// @param keyOptions by position
    /// @param keyCount how many are keys
    record Pending(
            IndexReader reader,
            long oid,
            String name,
            String method,
            List<Long> keys,
            List<Long> operatorClasses,
            List<Long> collations,
            List<Long> keyOptions,
            int keyCount,
            boolean unique,
            boolean nullsNotDistinct,
            Reading<String> predicate,
            boolean valid,
            @Nullable String constraint,
            @Nullable QualifiedName parent,
            boolean clustered,
            boolean replicaIdentity,
            SortedMap<String, String> options,
            @Nullable String tablespace,
            @Nullable String comment) {

        Index in(ColumnNames columns, List<Attribute> attributes) throws SQLException {
            return new Index(
                    name,
                    method,
                    reader.keys(this, columns, attributes),
                    keyCount == keys.size()
                            ? List.of()
                            : columns.names(keys.subList(keyCount, keys.size())),
                    unique,
                    nullsNotDistinct,
                    predicate,
                    valid,
                    constraint,
                    parent,
                    clustered,
                    replicaIdentity,
                    options,
                    tablespace,
                    comment);
        }
    }

    Pending read(Rows row) throws SQLException {
        long oid = row.oid("index_oid");
        return new Pending(
                this,
                oid,
                row.text("name"),
                row.text("method"),
                row.numbers("keys"),
                row.numbers("operator_classes"),
                row.numbers("collations"),
                row.numbers("key_options"),
                row.whole("key_count"),
                row.flag("is_unique"),
                row.flag("nulls_not_distinct"),
                predicates.ofOptional(row.flag("partial"), oid),
                row.flag("valid"),
                row.textOrNull("constraint_name"),
                row.nameOrNull("parent_schema", "parent_name"),
                row.flag("clustered"),
                row.flag("replica_identity"),
                Options.of(row, "options"),
                row.textOrNull("tablespace"),
                row.textOrNull("comment"));
    }

    private List<Index.Key> keys(Pending index, ColumnNames columns, List<Attribute> attributes)
            throws SQLException {
        List<Index.Key> made = new ArrayList<>(index.keyCount);
        int expression = 0;
        for (int i = 0; i < index.keyCount; i++) {
            Attribute attribute = attribute(attributes, index.oid, i + 1);
            long column = index.keys.get(i);
            if (column == 0 && attribute == null) {
                throw new SQLException("an index expression without an attribute");
            }
            CatalogColumn named = column == 0 ? null : columns.column(column);
            long type = named == null ? type(attribute) : named.baseType();
            long collation = named == null ? collation(attribute) : named.collation();
            int at = expression;
            long options = index.keyOptions.get(i);
            made.add(
                    new Index.Key(
                            named == null ? null : named.name(),
                            named == null
                                    ? expressions.of(index.oid).map(texts -> texts.get(at))
                                    : NONE,
                            operatorClass(index.operatorClasses.get(i), type),
                            attribute == null ? Collections.emptySortedMap() : attribute.options(),
                            index.collations.get(i) == collation
                                    ? null
                                    : collations.get(index.collations.get(i)),
                            (options & DESCENDING) != 0,
                            (options & NULLS_FIRST) != 0,
                            attribute == null ? null : attribute.statisticsTarget()));
            expression += named == null ? 1 : 0;
        }
        return made;
    }

    private @Nullable QualifiedName operatorClass(long oid, long type) throws SQLException {
        OperatorClass operatorClass = operatorClasses.get(oid);
        if (operatorClass == null) {
            throw new SQLException("an index has an unknown operator class");
        }
        return operatorClass.isDefaultOf(type) ? null : operatorClass.name();
    }

    private static @Nullable Attribute attribute(
            List<Attribute> attributes, long index, int position) {
        for (Attribute attribute : attributes) {
            if (attribute.index == index && attribute.position == position) {
                return attribute;
            }
        }
        return null;
    }

    private static long type(@Nullable Attribute attribute) {
        return attribute == null ? 0 : attribute.type();
    }

    private static long collation(@Nullable Attribute attribute) {
        return attribute == null ? 0 : attribute.collation();
    }
}
