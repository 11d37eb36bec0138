package dev.dryrun.masking;

import dev.dryrun.model.AppliedMasking;
import dev.dryrun.model.ColumnLinks;
import dev.dryrun.model.ConfigException;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.pgquery.PgQuery;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// By what rules a command masks.
///
/// @param policy null when nothing but what is always removed goes
/// @param off whether somebody asked for that, `--no-masks`; then there is no policy
/// @param required whether a key of the policy that fits no column is an error
/// @param keepJsonHistograms whether histograms of JSON stay
public record MaskRules(
        @Nullable MaskingPolicy policy, boolean off, boolean required, boolean keepJsonHistograms) {

    /// Masks what is always masked, and needs no more: what it is for holds no value of a column.
    public static final MaskRules ALWAYS = new MaskRules(null, false, false, false);

    /// {@return the masker for one database}
    ///
    /// @param columns tells of the database's columns; asked only when there is a policy
    /// @param warnings takes what of the policy fits nothing, and later what a strategy fails at,
    ///   one line each; called in whatever thread masks
    /// @throws ConfigException POLICY_INVALID when that is an error
    public Masker masker(Consumer<? super ColumnLinks> columns, Consumer<String> warnings) {
        ColumnMap map = new ColumnMap();
        if (policy != null && !policy.columns().isEmpty()) {
            columns.accept(map);
        }
        return masker(map, warnings);
    }

    /// {@return the masker for one database}
    ///
    /// @param columns those of the database
    /// @param warnings as above
    /// @throws ConfigException POLICY_INVALID when that is an error
    public Masker masker(ColumnMap columns, Consumer<String> warnings) {
        return masker(hidden(columns, warnings), warnings);
    }

    /// {@return what holds a captured file to these rules}
    ///
    /// @param columns those of the database
    /// @param warnings takes what of the policy fits nothing, one line each
    /// @throws ConfigException POLICY_INVALID when that is an error
    public LeakCheck leakCheck(ColumnMap columns, Consumer<String> warnings) {
        HiddenColumns hidden = hidden(columns, warnings);
        return new LeakCheck(hidden, masker(hidden, warnings));
    }

    private Masker masker(HiddenColumns hidden, Consumer<String> warnings) {
        AppliedMasking applied =
                new AppliedMasking(
                        policy == null ? null : policy.hash(),
                        off,
                        hidden.size(),
                        hidden.strategies(),
                        keepJsonHistograms);
        return hidden.size() == 0
                ? Masker.alwaysOn(applied)
                : Masker.of(hidden, PgQuery.load(), applied, warnings);
    }

    private HiddenColumns hidden(ColumnMap columns, Consumer<String> warnings) {
        if (policy == null) {
            return HiddenColumns.NONE;
        }
        HiddenColumns hidden = columns.hidden(policy);
        refuse(hidden.warnings());
        hidden.warnings().forEach(warnings);
        return hidden;
    }

    private void refuse(List<String> problems) {
        if (required && !problems.isEmpty()) {
            throw new ConfigException(
                    ErrorCode.POLICY_INVALID,
                    problems.getFirst(),
                    "require_masks is set, so every key must name a column; nothing was written");
        }
    }
}
