package dev.dryrun.ddl;

import dev.dryrun.model.Index;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Reading;
import dev.dryrun.model.SchemaObject;
import java.util.List;
import java.util.stream.Collectors;

/// Renders indexes. Those of constraints come with the constraint.
final class IndexDdl {

    private IndexDdl() {}

    /// {@return the index as `CREATE INDEX`}
    ///
    /// @param relation the table or materialised view it is on
    /// @param index what to write; what could not be read stands as a question mark
    /// @param only whether partitions are left alone
    static String create(QualifiedName relation, Index index, boolean only) {
        StringBuilder text = new StringBuilder("CREATE ");
        text.append(index.unique() ? "UNIQUE INDEX " : "INDEX ")
                .append(Sql.name(index.name()))
                .append(only ? " ON ONLY " : " ON ")
                .append(relation.sql())
                .append(" USING ")
                .append(Sql.name(index.method()))
                .append(" (")
                .append(index.keys().stream().map(IndexDdl::key).collect(Collectors.joining(", ")))
                .append(')');
        if (!index.include().isEmpty()) {
            text.append(" INCLUDE (").append(Sql.names(index.include())).append(")");
        }
        if (index.nullsNotDistinct()) {
            text.append(" NULLS NOT DISTINCT");
        }
        text.append(Sql.with(index.options()));
        if (index.tablespace() != null) {
            text.append(" TABLESPACE ").append(Sql.name(index.tablespace()));
        }
        if (!isNone(index.predicate())) {
            text.append(" WHERE ").append(shown(index.predicate()));
        }
        return text.toString();
    }

    /// Writes the indexes of a relation, and what is said of them.
    ///
    /// @param relation what they are on
    /// @param indexes all of them
    /// @param partitioned whether it is divided
    static void render(
            SchemaObject relation, List<Index> indexes, boolean partitioned, Steps steps) {
        for (Index index : indexes) {
            QualifiedName name = name(relation, index);
            if (index.constraint() == null) {
                if (isUnknown(index)) {
                    steps.gap("index " + name.display() + " was not captured: locked");
                    continue;
                }
                boolean only = partitioned && !index.valid();
                steps.addIndex(name, ArrayCasts.kept(create(relation.name(), index, only)));
            }
            steps.index(new Steps.IndexPart(name, index.parent(), index.valid()));
            statistics(name, index, steps);
            if (index.comment() != null) {
                steps.add(Phase.COMMENT, CommentDdl.on("INDEX " + name.sql(), index.comment()));
            }
            if (index.clustered()) {
                steps.add(
                        Phase.TABLE,
                        "ALTER "
                                + ObjectName.of(relation).sql()
                                + " CLUSTER ON "
                                + Sql.name(index.name()));
            }
            if (index.replicaIdentity()) {
                steps.add(
                        Phase.TABLE,
                        "ALTER TABLE ONLY "
                                + relation.name().sql()
                                + " REPLICA IDENTITY USING INDEX "
                                + Sql.name(index.name()));
            }
        }
    }

    static QualifiedName name(SchemaObject relation, Index index) {
        return new QualifiedName(relation.name().schema(), index.name());
    }

    /// {@return the part of a partitioned index made one, where the whole is made without it}
    static String attach(QualifiedName parent, QualifiedName part) {
        return "ALTER INDEX " + parent.sql() + " ATTACH PARTITION " + part.sql();
    }

    private static void statistics(QualifiedName name, Index index, Steps steps) {
        for (int i = 0; i < index.keys().size(); i++) {
            Integer target = index.keys().get(i).statisticsTarget();
            if (target != null) {
                steps.add(
                        Phase.TABLE,
                        "ALTER INDEX "
                                + name.sql()
                                + " ALTER COLUMN "
                                + (i + 1)
                                + " SET STATISTICS "
                                + target);
            }
        }
    }

    private static boolean isUnknown(Index index) {
        return isLocked(index.predicate())
                || index.keys().stream().anyMatch(key -> isLocked(key.expression()));
    }

    private static boolean isLocked(Reading<String> reading) {
        return reading.known().isEmpty() && !isNone(reading);
    }

    private static String key(Index.Key key) {
        StringBuilder text = new StringBuilder();
        String column = key.column();
        text.append(column == null ? shown(key.expression()) : Sql.name(column));
        QualifiedName collation = key.collation();
        if (collation != null) {
            text.append(" COLLATE ").append(Sql.bare(collation));
        }
        QualifiedName operatorClass = key.operatorClass();
        if (operatorClass != null) {
            text.append(' ').append(Sql.bare(operatorClass));
        }
        if (!key.operatorClassOptions().isEmpty()) {
            text.append(" (").append(Sql.parameters(key.operatorClassOptions())).append(")");
        }
        if (key.descending()) {
            text.append(" DESC");
        }
        if (key.nullsFirst() != key.descending()) {
            text.append(key.nullsFirst() ? " NULLS FIRST" : " NULLS LAST");
        }
        return text.toString();
    }

    private static boolean isNone(Reading<String> reading) {
        return reading.equals(Reading.absent(Reading.Reason.NONE_KEPT));
    }

    private static String shown(Reading<String> reading) {
        return reading.known().orElse(ConstraintDdl.UNKNOWN);
    }
}
