package dev.dryrun.masking;

import dev.dryrun.model.AppliedMasking;
import dev.dryrun.model.NodeStatistics;
import dev.dryrun.model.ObjectIdentities;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.SequenceStatistics;
import dev.dryrun.model.ServerFact;
import dev.dryrun.model.SourceColumn;
import dev.dryrun.model.TableActivity;
import dev.dryrun.model.TableStatistics;
import dev.dryrun.pgquery.PgQuery;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Takes values of rows out of documents.
///
/// What it always removes, whatever a policy says: every value slot of the statistics of `json` and
/// `jsonb` columns, of arrays, domains, ranges and composites that hold such, and of every
/// expression and extended statistics object that such a column takes part in. A JSON document as a
/// common value is a row's content, and nobody can list what is inside.
///
/// Immutable. Safe for concurrent calls; the parser is.
public final class Masker {

    private static final Set<String> ALWAYS_MASKED = Set.of("json", "jsonb");

    private final HiddenColumns hidden;
    private final @Nullable DefinitionMask definitions;
    private final AppliedMasking applied;
    private final Consumer<String> warnings;

    private Masker(
            HiddenColumns hidden,
            @Nullable DefinitionMask definitions,
            AppliedMasking applied,
            Consumer<String> warnings) {
        this.hidden = hidden;
        this.definitions = definitions;
        this.applied = applied;
        this.warnings = warnings;
    }

    /// {@return the masker that removes what is always removed}
    public static Masker alwaysOn() {
        return alwaysOn(AppliedMasking.NONE);
    }

    /// {@return the masker that removes what is always removed}
    ///
    /// @param applied what it says of itself; without a policy
    static Masker alwaysOn(AppliedMasking applied) {
        return new Masker(HiddenColumns.NONE, null, applied, _ -> {});
    }

    /// {@return the masker that removes what is always removed, and what is hidden}
    ///
    /// @param hidden which columns
    /// @param parser finds constants in definitions
    /// @param applied what it says of itself
    /// @param warnings takes what a strategy failed at, one line each, in whatever thread masks
    static Masker of(
            HiddenColumns hidden,
            PgQuery parser,
            AppliedMasking applied,
            Consumer<String> warnings) {
        MaskedTexts texts = new MaskedTexts(hidden, new LiteralMask(parser));
        return new Masker(
                hidden,
                hidden.size() == 0 ? null : new DefinitionMask(hidden, texts),
                applied,
                warnings);
    }

    /// {@return the masker that takes every constant out of definitions: two that were masked by
    /// different rules can then be compared, as far as they can be}
    ///
    /// @param columns all that the definitions of both tell of
    public static Masker ofEverything(ColumnMap columns) {
        return of(columns.all(), PgQuery.load(), AppliedMasking.NONE, _ -> {});
    }

    /// {@return by what rules it masks: stored with what went through it}
    public AppliedMasking applied() {
        return applied;
    }

    /// {@return whether a column's values go whatever a policy says}
    ///
    /// @param column of the innermost type
    boolean alwaysRemoves(SourceColumn column) {
        return ALWAYS_MASKED.contains(column.type());
    }

    /// {@return the definition without the constants that are values of hidden columns}
    ///
    /// @param object a captured definition
    public Masked<SchemaObject> mask(SchemaObject object) {
        return new Masked<>(definitions == null ? object : definitions.mask(object), 0);
    }

    /// {@return the fact, which names no row}
    ///
    /// @param fact a role, a tablespace, a setting
    public Masked<ServerFact> mask(ServerFact fact) {
        return new Masked<>(fact, 0);
    }

    /// {@return the activity, which holds counters only}
    ///
    /// @param activity captured counters
    public Masked<TableActivity> mask(TableActivity activity) {
        return new Masked<>(activity, 0);
    }

    /// {@return what a node says of itself: counters and states, and no value of a row}
    ///
    /// @param node captured statistics
    public Masked<NodeStatistics> mask(NodeStatistics node) {
        return new Masked<>(node, 0);
    }

    /// {@return how far the sequence has come: a count, and no value of a row}
    ///
    /// @param sequence captured statistics
    public Masked<SequenceStatistics> mask(SequenceStatistics sequence) {
        return new Masked<>(sequence, 0);
    }

    /// {@return what objects are known by: names and numbers, and no value of a row}
    ///
    /// @param identities as captured
    public Masked<ObjectIdentities> mask(ObjectIdentities identities) {
        return new Masked<>(identities, 0);
    }

    /// {@return the statistics without the values of masked columns, and of what is made of them:
    /// expressions of indexes, extended statistics}
    ///
    /// @param statistics captured statistics; each column's type is the innermost one
    public Masked<TableStatistics> mask(TableStatistics statistics) {
        TableStatistics named = definitions == null ? statistics : definitions.mask(statistics);
        return new StatisticsMask(
                        hidden, this::alwaysRemoves, applied.keepJsonHistograms(), warnings)
                .mask(named);
    }
}
