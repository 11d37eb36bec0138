package dev.dryrun.advise;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.catalog.Resolution;
import dev.dryrun.model.PartitionOf;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Relation;
import dev.dryrun.model.Table;
import dev.dryrun.query.QueryCheck;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds what was captured of the relations that a plan or a query names. Not safe for concurrent
/// calls.
final class Relations {

    private final Catalog catalog;
    private final QueryCheck names;
    private final Map<QualifiedName, TableFacts> known = new HashMap<>();

    /// Makes them.
    ///
    /// @param catalog what was captured
    /// @param names finds what a name alone stands for
    Relations(Catalog catalog, QueryCheck names) {
        this.catalog = catalog;
        this.names = names;
    }

    /// {@return the table that a plan names; empty when it is none, or could be several}
    ///
    /// @param schema null where EXPLAIN was not VERBOSE: then the first in the search path, else
    ///   the only schema that has it
    /// @param name the relation's own name
    Optional<Table> table(@Nullable String schema, @Nullable String name) {
        if (name == null) {
            return Optional.empty();
        }
        if (schema != null) {
            return catalog.table(new QualifiedName(schema, name));
        }
        Relation reached = names.relation(name).orElse(null);
        if (reached != null) {
            return reached instanceof Table table ? Optional.of(table) : Optional.empty();
        }
        // No schema has this name: that gives all relations which are called so.
        return catalog.resolve("", name) instanceof Resolution.Missing missing
                        && missing.elsewhere().size() == 1
                ? catalog.table(missing.elsewhere().getFirst())
                : Optional.empty();
    }

    /// {@return the partitioned table that a partition belongs to in the end; the table itself when
    /// it is none}
    Table root(Table table) {
        Table root = table;
        PartitionOf part = root.partitionOf();
        while (part != null) {
            Optional<Table> parent = catalog.table(part.parent());
            if (parent.isEmpty()) {
                return root;
            }
            root = parent.get();
            part = root.partitionOf();
        }
        return root;
    }

    TableFacts facts(Table table) {
        return known.computeIfAbsent(table.name(), _ -> TableFacts.of(table, catalog));
    }

    Catalog catalog() {
        return catalog;
    }
}
