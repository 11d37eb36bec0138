package dev.dryrun.mcp.tool;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.catalog.Resolution;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.InputException;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Relation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the relation that the arguments `table` and `schema` mean. A model seldom knows the
/// schema, so an unqualified name also finds the only relation of that name, wherever it is.
///
/// @param catalog where to look
record RelationArgument(Catalog catalog) {

    /// {@return the relation}
    ///
    /// @param schema as it was given; null when it was not
    /// @param table as it was given: a name, or a schema, a dot and a name
    /// @throws InputException OBJECT_UNKNOWN when there is none, or more than one
    Relation find(@Nullable String schema, String table) {
        Resolution literal = catalog.resolve(schema, table);
        return found(literal)
                .or(() -> schema == null ? qualified(table) : Optional.empty())
                .or(() -> schema == null ? elsewhere(literal) : Optional.empty())
                .orElseThrow(() -> unknown(schema, table, literal));
    }

    private Optional<Relation> qualified(String table) {
        int dot = table.indexOf('.');
        return dot <= 0 || dot == table.length() - 1
                ? Optional.empty()
                : found(catalog.resolve(table.substring(0, dot), table.substring(dot + 1)));
    }

    private Optional<Relation> elsewhere(Resolution resolution) {
        List<QualifiedName> candidates = candidates(resolution);
        return candidates.size() == 1
                ? found(
                        catalog.resolve(
                                candidates.getFirst().schema(), candidates.getFirst().name()))
                : Optional.empty();
    }

    private static Optional<Relation> found(Resolution resolution) {
        return resolution instanceof Resolution.Found(Relation relation)
                ? Optional.of(relation)
                : Optional.empty();
    }

    private static List<QualifiedName> candidates(Resolution resolution) {
        return switch (resolution) {
            case Resolution.Found _ -> List.of();
            case Resolution.Missing(List<QualifiedName> elsewhere, _) -> elsewhere;
        };
    }

    private static InputException unknown(
            @Nullable String schema, String table, Resolution resolution) {
        String wanted = shortened(schema == null ? table : schema + "." + table);
        List<QualifiedName> candidates = candidates(resolution);
        if (!candidates.isEmpty()) {
            return new InputException(
                    ErrorCode.OBJECT_UNKNOWN,
                    schema == null
                            ? "\"" + wanted + "\" stands in more than one schema"
                            : "there is no table or view \"" + wanted + "\"",
                    "say which schema: " + displayed(candidates));
        }
        List<QualifiedName> near =
                resolution instanceof Resolution.Missing(_, List<QualifiedName> similar)
                        ? similar
                        : List.of();
        return new InputException(
                ErrorCode.OBJECT_UNKNOWN,
                "there is no table or view \"" + wanted + "\"",
                near.isEmpty()
                        ? "search with find_objects, by a part of the name"
                        : "did you mean " + displayed(near) + "? find_objects searches");
    }

    private static String displayed(List<QualifiedName> names) {
        return String.join(", ", names.stream().map(QualifiedName::display).toList());
    }

    private static String shortened(String name) {
        int shown = 130;
        return name.codePointCount(0, name.length()) <= shown
                ? name
                : name.substring(0, name.offsetByCodePoints(0, shown)) + "…";
    }
}
