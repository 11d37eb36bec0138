package dev.dryrun.model;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// A view or a materialised view.
///
/// Source: `pg_class` (`relkind` `v`, `m`), `pg_get_viewdef`, `pg_attribute`, `pg_depend`.
///
/// @param name its qualified name
/// @param columns in order
/// @param definition the query as the server deparses it, without a trailing semicolon; LOCKED when
///   it could not be read
/// @param uses the relations of its query, by name, with the columns it names
/// @param options of a view: `check_option`, `security_barrier`, `security_invoker`, by name; empty
///   for a materialised view
/// @param materialized how a materialised view keeps its rows; null for a view
/// @param triggers by name
/// @param rules by name
/// @param facts its owner, grants, comment, extension and dependencies
public record View(
        QualifiedName name,
        List<ViewColumn> columns,
        Reading<String> definition,
        List<Use> uses,
        SortedMap<String, String> options,
        @Nullable Materialized materialized,
        List<Trigger> triggers,
        List<Rule> rules,
        Facts facts)
        implements Relation {

    public View {
        columns = List.copyOf(columns);
        uses = List.copyOf(uses);
        options = OptionMap.copyOf(options);
        triggers = List.copyOf(triggers);
        rules = List.copyOf(rules);
    }

    @Override
    public ObjectRef about() {
        return new ObjectRef(
                isMaterialized() ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW, name);
    }

    /// {@return whether it keeps its rows}
    public boolean isMaterialized() {
        return materialized != null;
    }

    /// {@return the indexes of a materialised view, by name; empty for a view}
    public List<Index> indexes() {
        return materialized == null ? List.of() : materialized.indexes();
    }

    /// A column of a view.
    ///
    /// @param name `attname`
    /// @param type `format_type(atttypid, atttypmod)`
    /// @param defaultExpression what an INSERT into the view puts where it names no value,
    ///   deparsed; NONE_KEPT when there is none; LOCKED when it could not be read
    /// @param attributes how it is stored, measured and granted
    /// @param comment `COMMENT ON COLUMN`; null when there is none
    public record ViewColumn(
            String name,
            String type,
            Reading<String> defaultExpression,
            ColumnAttributes attributes,
            @Nullable String comment) {}

    /// A relation that a view reads.
    ///
    /// @param relation which
    /// @param columns those that the query names, by name; empty when it names none: `count(*)`
    public record Use(ObjectRef relation, List<String> columns) {
        public Use {
            columns = columns.stream().sorted().toList();
        }
    }

    /// What a materialised view has beyond a view.
    ///
    /// @param populated whether it can be read: false after `WITH NO DATA`
    /// @param storage how it keeps its rows
    /// @param indexes by name
    /// @param statistics its extended statistics objects by name
    public record Materialized(
            boolean populated,
            TableStorage storage,
            List<Index> indexes,
            List<StatisticsObject> statistics) {
        public Materialized {
            indexes = List.copyOf(indexes);
            statistics = List.copyOf(statistics);
        }
    }
}
