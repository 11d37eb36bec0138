package dev.dryrun.apply;

import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.SqlIdentifier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Gives an empty table a page: a row is inserted and taken back, which leaves the file longer and
/// everything else as it was.
///
/// What could refuse the row (columns with their domains, constraints, triggers, rules, the
/// partitioned table above) is dropped first, and comes back with the row's end: the table that
/// takes it has no column left.
///
/// @param database where
/// @param superuser whether materialised views can be written to
record FirstPage(Database database, boolean superuser) {

    private static final String PARENTS =
            """
            SELECT n.nspname, c.relname, t.relispartition AS partition
            FROM pg_inherits i
            JOIN pg_class t ON t.oid = i.inhrelid
            JOIN pg_class c ON c.oid = i.inhparent
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE i.inhrelid = ?::oid
            """;

    private static final String CHECKS =
            "SELECT conname FROM pg_constraint WHERE conrelid = ?::oid AND contype = 'c'";

    private static final String RULES =
            "SELECT rulename FROM pg_rewrite WHERE ev_class = ?::oid AND ev_type <> '1'";

    /// Nothing else runs while it is there: its locks go with the savepoint.
    private static final String AS_TABLE =
            "UPDATE pg_class SET relkind = 'r', relhasrules = false, relispopulated = true"
                    + " WHERE oid = ?::oid";

    /// {@return why there is no page now, or empty when there is one}
    ///
    /// @param relation a table or materialised view whose file is empty
    Optional<String> make(TargetRelation relation) throws SQLException {
        if (relation.kind().equals("m") && !superuser) {
            return Optional.of("only a superuser can give an empty materialised view a page");
        }
        Optional<SQLException> failure =
                database.attempt(() -> database.thenRollBack(() -> insert(relation)));
        return failure.map(e -> "it is empty and takes no row (SQLSTATE " + e.getSQLState() + ")");
    }

    private void insert(TargetRelation relation) throws SQLException {
        if (superuser) {
            // Neither user triggers nor event triggers.
            database.execute("SET LOCAL session_replication_role = replica");
        }
        if (relation.kind().equals("m")) {
            database.update(AS_TABLE, relation.oid());
        } else {
            strip(relation);
        }
        database.execute("INSERT INTO " + relation.name().sql() + " DEFAULT VALUES");
    }

    private void strip(TargetRelation relation) throws SQLException {
        String name = relation.name().sql();
        for (String unlink : database.list(PARENTS, row -> unlink(row, name), relation.oid())) {
            database.execute(unlink);
        }
        List<String> parts = new ArrayList<>();
        if (database.one(
                "SELECT reloftype <> 0 FROM pg_class WHERE oid = ?::oid",
                row -> row.getBoolean(1),
                relation.oid())) {
            parts.add("NOT OF");
        }
        parts.add("DISABLE TRIGGER USER");
        parts.add("DISABLE ROW LEVEL SECURITY");
        for (String rule : database.list(RULES, row -> row.getString(1), relation.oid())) {
            parts.add("DISABLE RULE " + quoted(rule));
        }
        for (String check : database.list(CHECKS, row -> row.getString(1), relation.oid())) {
            parts.add("DROP CONSTRAINT IF EXISTS " + quoted(check) + " CASCADE");
        }
        for (String part : parts) {
            database.execute("ALTER TABLE ONLY " + name + " " + part);
        }
        if (!relation.columns().isEmpty()) {
            List<String> drops =
                    relation.columns().stream()
                            .map(it -> "DROP COLUMN IF EXISTS " + quoted(it.name()) + " CASCADE")
                            .toList();
            database.execute("ALTER TABLE ONLY " + name + " " + String.join(", ", drops));
        }
    }

    private static String unlink(ResultSet row, String child) throws SQLException {
        String parent = new QualifiedName(row.getString(1), row.getString(2)).sql();
        return row.getBoolean("partition")
                ? "ALTER TABLE " + parent + " DETACH PARTITION " + child
                : "ALTER TABLE " + child + " NO INHERIT " + parent;
    }

    private static String quoted(String name) {
        return SqlIdentifier.quote(name);
    }
}
