package dev.dryrun.capture;

import dev.dryrun.model.Facts;
import dev.dryrun.model.Grant;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the [Facts] of the objects of one catalogue: four queries over all of them, joined to the
/// objects as they stream in. They go over whole catalogues, so they are first asked when there is
/// an object.
///
/// Operators are named as `+(integer, integer)`, operator classes and families as `name USING
/// method`, functions as `name(integer, text)`.
final class FactsReader implements AutoCloseable {

    private record Queries(
            RowsByOwner<String> comments,
            RowsByOwner<Optional<Grant>> grants,
            RowsByOwner<String> extensions,
            RowsByOwner<ObjectRef> dependencies) {}

    private final Connection connection;
    private final String catalogue;
    private @Nullable Queries queries;

    /// Makes a reader of the facts of one catalogue's objects.
    ///
    /// @param connection in a transaction, with an empty `search_path`
    /// @param catalogue `pg_class`, `pg_type`, `pg_proc` …
    FactsReader(Connection connection, String catalogue) {
        this.connection = connection;
        this.catalogue = catalogue;
    }

    private Queries queries() throws SQLException {
        if (queries == null) {
            queries =
                    new Queries(
                            owned("comments", FactsReader::comment),
                            owned("grants", FactsReader::grant),
                            owned("extension_members", FactsReader::extension),
                            owned("dependencies", FactsReader::dependency));
        }
        return queries;
    }

    /// {@return the facts of the object that a row is about}
    ///
    /// @param row with its `oid`, greater than every one asked for before, and its `owner`, NULL
    ///   where the kind has none
    Facts take(Rows row) throws SQLException {
        long oid = row.oid();
        @Nullable String owner = row.textOrNull("owner");
        Queries all = queries();
        return new Facts(
                owner == null ? "" : owner,
                grants(all.grants.take(oid)),
                first(all.comments.take(oid)),
                first(all.extensions.take(oid)),
                all.dependencies.take(oid));
    }

    @Override
    public void close() throws SQLException {
        if (queries != null) {
            try (RowsByOwner<?> _ = queries.comments;
                    RowsByOwner<?> _ = queries.grants;
                    RowsByOwner<?> _ = queries.extensions;
                    RowsByOwner<?> _ = queries.dependencies) {
                // closing them is all there is to do
            }
        }
    }

    private <T> RowsByOwner<T> owned(String query, RowsByOwner.Mapper<T> mapper)
            throws SQLException {
        return new RowsByOwner<>(new CatalogQuery(query).runWith(connection, catalogue), mapper);
    }

    private static @Nullable String first(List<String> texts) {
        return texts.isEmpty() ? null : texts.getFirst();
    }

    private static @Nullable List<Grant> grants(List<Optional<Grant>> rows) {
        if (rows.isEmpty()) {
            return null;
        }
        List<Grant> grants = new ArrayList<>(rows.size());
        for (Optional<Grant> row : rows) {
            row.ifPresent(grants::add);
        }
        return grants;
    }

    private static String comment(Rows row) throws SQLException {
        return row.text("comment");
    }

    private static String extension(Rows row) throws SQLException {
        return row.text("extension");
    }

    private static Optional<Grant> grant(Rows row) throws SQLException {
        String privilege = row.textOrNull("privilege");
        return privilege == null
                ? Optional.empty()
                : Optional.of(new Grant(row.textOrNull("role"), privilege, row.flag("grantable")));
    }

    private static ObjectRef dependency(Rows row) throws SQLException {
        String kind = row.text("kind");
        String schema = Objects.requireNonNullElse(row.textOrNull("schema"), "");
        return new ObjectRef(
                ObjectKind.ofWord(kind)
                        .orElseThrow(() -> new SQLException("unknown kind of object " + kind)),
                new QualifiedName(schema, row.text("name")));
    }
}
