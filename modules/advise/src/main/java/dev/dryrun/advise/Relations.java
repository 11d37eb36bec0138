package dev.dryrun.advise;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.catalog.Resolution;
import dev.dryrun.model.PartitionOf;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Table;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds what was captured of the relations that a plan or a query names. Not safe for concurrent
/// calls.
final class Relations {

    private final Catalog catalog;
    private final Map<QualifiedName, TableFacts> known = new HashMap<>();

    Relations(Catalog catalog) {
        this.catalog = catalog;
    }

    /// {@return the table of a name; empty when it is none, or could be several}
    ///
    /// @param schema null when it was not said: then `public`, else the only schema that has it
    /// @param name the relation's own name
    Optional<Table> table(@Nullable String schema, @Nullable String name) {
        if (name == null) {
            return Optional.empty();
        }
        return switch (catalog.resolve(schema, name)) {
            case Resolution.Found(Table table) -> Optional.of(table);
            case Resolution.Found _ -> Optional.empty();
            case Resolution.Missing missing ->
                    schema == null && missing.elsewhere().size() == 1
                            ? catalog.table(missing.elsewhere().getFirst())
                            : Optional.empty();
        };
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
