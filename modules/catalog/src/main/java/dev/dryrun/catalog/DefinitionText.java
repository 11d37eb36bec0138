package dev.dryrun.catalog;

import dev.dryrun.model.Constraint;
import dev.dryrun.model.Constraint.Action;
import dev.dryrun.model.Constraint.Reference;
import dev.dryrun.model.Constraint.Timing;
import dev.dryrun.model.ConstraintKind;
import dev.dryrun.model.Index;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Reading;
import dev.dryrun.model.SqlIdentifier;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Says in one line of SQL what an index or a constraint is, for people to read: what is not known
/// stands as a question mark, and storage, operator class options and comments are left out.
public final class DefinitionText {

    private static final String UNKNOWN = "?";

    private DefinitionText() {}

    /// {@return the index as `CREATE INDEX`}
    ///
    /// @param relation the table or materialised view it is on
    /// @param index what to say
    public static String of(QualifiedName relation, Index index) {
        StringBuilder text = new StringBuilder("CREATE ");
        text.append(index.unique() ? "UNIQUE INDEX " : "INDEX ")
                .append(SqlIdentifier.quote(index.name()))
                .append(" ON ")
                .append(relation.sql())
                .append(" USING ")
                .append(SqlIdentifier.quote(index.method()))
                .append(" (")
                .append(
                        index.keys().stream()
                                .map(DefinitionText::key)
                                .collect(Collectors.joining(", ")))
                .append(')');
        if (!index.include().isEmpty()) {
            text.append(" INCLUDE ").append(columns(index.include()));
        }
        if (index.nullsNotDistinct()) {
            text.append(" NULLS NOT DISTINCT");
        }
        if (!isNone(index.predicate())) {
            text.append(" WHERE ").append(shown(index.predicate()));
        }
        return text.toString();
    }

    /// {@return the constraint as it stands after its name in `ADD CONSTRAINT`}
    ///
    /// @param constraint what to say
    public static String of(Constraint constraint) {
        StringBuilder text = new StringBuilder();
        text.append(
                switch (constraint.kind()) {
                    case PRIMARY_KEY -> "PRIMARY KEY " + keys(constraint, " WITHOUT OVERLAPS");
                    case UNIQUE -> "UNIQUE " + keys(constraint, " WITHOUT OVERLAPS");
                    case CHECK -> "CHECK (" + shown(constraint.expression()) + ")";
                    case EXCLUSION -> shown(constraint.expression());
                    case NOT_NULL -> "NOT NULL " + String.join("", quoted(constraint.columns()));
                    case FOREIGN_KEY -> foreignKey(constraint);
                });
        if (constraint.noInherit()) {
            text.append(" NO INHERIT");
        }
        if (constraint.kind() != ConstraintKind.EXCLUSION) {
            text.append(
                    switch (constraint.timing()) {
                        case Timing.NOT_DEFERRABLE -> "";
                        case Timing.INITIALLY_IMMEDIATE -> " DEFERRABLE";
                        case Timing.INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
                    });
        }
        if (!constraint.enforced()) {
            text.append(" NOT ENFORCED");
        } else if (!constraint.validated()) {
            text.append(" NOT VALID");
        }
        return text.toString();
    }

    private static String foreignKey(Constraint constraint) {
        Reference reference = constraint.references();
        if (reference == null) {
            return UNKNOWN;
        }
        StringBuilder text = new StringBuilder("FOREIGN KEY ");
        text.append(period(constraint.columns(), constraint.temporal()))
                .append(" REFERENCES ")
                .append(reference.table().sql())
                .append(period(reference.columns(), constraint.temporal()));
        if (reference.matchFull()) {
            text.append(" MATCH FULL");
        }
        if (reference.onUpdate() != Action.NO_ACTION) {
            text.append(" ON UPDATE ").append(words(reference.onUpdate()));
        }
        if (reference.onDelete() != Action.NO_ACTION) {
            text.append(" ON DELETE ").append(words(reference.onDelete()));
        }
        if (!reference.setColumns().isEmpty()) {
            text.append(' ').append(columns(reference.setColumns()));
        }
        return text.toString();
    }

    private static String words(Action action) {
        return action.word().toUpperCase(Locale.ROOT);
    }

    private static String key(Index.Key key) {
        StringBuilder text = new StringBuilder();
        String column = key.column();
        text.append(column == null ? shown(key.expression()) : SqlIdentifier.quote(column));
        QualifiedName collation = key.collation();
        if (collation != null) {
            text.append(" COLLATE ").append(builtInBare(collation));
        }
        QualifiedName operatorClass = key.operatorClass();
        if (operatorClass != null) {
            text.append(' ').append(builtInBare(operatorClass));
        }
        if (key.descending()) {
            text.append(" DESC");
        }
        if (key.nullsFirst() != key.descending()) {
            text.append(key.nullsFirst() ? " NULLS FIRST" : " NULLS LAST");
        }
        return text.toString();
    }

    private static String builtInBare(QualifiedName name) {
        return name.schema().equals("pg_catalog") ? SqlIdentifier.quote(name.name()) : name.sql();
    }

    private static String keys(Constraint constraint, String lastIsPeriod) {
        String text = columns(constraint.columns());
        return constraint.temporal()
                ? text.substring(0, text.length() - 1) + lastIsPeriod + ")"
                : text;
    }

    private static String period(List<String> columns, boolean temporal) {
        if (!temporal || columns.isEmpty()) {
            return columns(columns);
        }
        String last = "PERIOD " + SqlIdentifier.quote(columns.getLast());
        List<String> others = quoted(columns.subList(0, columns.size() - 1));
        return "(" + (others.isEmpty() ? "" : String.join(", ", others) + ", ") + last + ")";
    }

    private static String columns(List<String> names) {
        return "(" + String.join(", ", quoted(names)) + ")";
    }

    private static List<String> quoted(List<String> names) {
        return names.stream().map(SqlIdentifier::quote).toList();
    }

    private static boolean isNone(Reading<String> reading) {
        return reading.equals(Reading.absent(Reading.Reason.NONE_KEPT));
    }

    private static String shown(Reading<String> reading) {
        return reading.known().orElse(UNKNOWN);
    }
}
