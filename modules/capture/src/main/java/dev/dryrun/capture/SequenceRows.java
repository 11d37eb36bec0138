package dev.dryrun.capture;

import dev.dryrun.model.Column.IdentitySequence;
import dev.dryrun.model.Facts;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Sequence;
import dev.dryrun.model.SequenceParameters;
import java.sql.SQLException;
import java.util.Map;

/// Makes sequences of their rows: how they count, never where they stand.
final class SequenceRows {

    private SequenceRows() {}

    /// A sequence whose name and facts stand elsewhere.
    interface Pending {
        Sequence of(QualifiedName name, Facts facts);
    }

    static Pending read(Rows row) throws SQLException {
        SequenceParameters parameters = parameters(row);
        boolean unlogged = row.flag("unlogged");
        QualifiedName table = row.nameOrNull("table_schema", "table_name");
        Sequence.OwnedBy ownedBy =
                table == null ? null : new Sequence.OwnedBy(table, row.text("column_name"));
        return (name, facts) -> new Sequence(name, parameters, unlogged, ownedBy, facts);
    }

    /// {@return the sequence behind an identity column, by the column's number}
    static Map.Entry<Integer, IdentitySequence> identity(Rows row) throws SQLException {
        return Map.entry(
                row.whole("position"),
                new IdentitySequence(
                        new QualifiedName(row.text("schema"), row.text("name")),
                        parameters(row),
                        row.flag("unlogged"),
                        row.isNull("grants") ? null : Options.grants(row, "grants"),
                        row.textOrNull("comment")));
    }

    private static SequenceParameters parameters(Rows row) throws SQLException {
        return new SequenceParameters(
                row.text("type"),
                row.number("start"),
                row.number("increment"),
                row.number("min"),
                row.number("max"),
                row.number("cache"),
                row.flag("cycle"));
    }
}
