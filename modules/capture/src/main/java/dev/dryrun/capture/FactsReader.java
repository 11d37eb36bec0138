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
/// objects as they stream in.
///
/// Operators are named as `+(integer, integer)`, operator classes and families as `name USING
/// method`, functions as `name(integer, text)`.
final class FactsReader implements AutoCloseable {

    private final RowsByOwner<String> comments;
    private final RowsByOwner<Optional<Grant>> grants;
    private final RowsByOwner<String> extensions;
    private final RowsByOwner<ObjectRef> dependencies;

    private FactsReader(
            RowsByOwner<String> comments,
            RowsByOwner<Optional<Grant>> grants,
            RowsByOwner<String> extensions,
            RowsByOwner<ObjectRef> dependencies) {
        this.comments = comments;
        this.grants = grants;
        this.extensions = extensions;
        this.dependencies = dependencies;
    }

    /// {@return the facts of one catalogue's objects}
    ///
    /// @param connection in a transaction, with an empty `search_path`
    /// @param catalogue `pg_class`, `pg_type`, `pg_proc` …
    static FactsReader open(Connection connection, String catalogue) throws SQLException {
        return new FactsReader(
                owned(connection, "comments", FactsReader::comment, catalogue),
                owned(connection, "grants", FactsReader::grant, catalogue),
                owned(connection, "extension_members", FactsReader::extension, catalogue),
                owned(connection, "dependencies", FactsReader::dependency, catalogue));
    }

    /// {@return the facts of the object that a row is about}
    ///
    /// @param row with its `oid`, greater than every one asked for before, and its `owner`, NULL
    ///   where the kind has none
    Facts take(Rows row) throws SQLException {
        return take(row.oid(), row.textOrNull("owner"));
    }

    /// {@return the facts of an object}
    ///
    /// @param oid greater than every one asked for before
    /// @param owner its owner's name; null where the kind has none
    Facts take(long oid, @Nullable String owner) throws SQLException {
        return new Facts(
                owner == null ? "" : owner,
                grants(grants.take(oid)),
                first(comments.take(oid)),
                first(extensions.take(oid)),
                dependencies.take(oid));
    }

    @Override
    public void close() throws SQLException {
        try (comments;
                grants;
                extensions;
                dependencies) {
            // closing them is all there is to do
        }
    }

    private static <T> RowsByOwner<T> owned(
            Connection connection, String query, RowsByOwner.Mapper<T> mapper, String catalogue)
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
