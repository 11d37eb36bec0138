package dev.dryrun.report;

import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.SurvivingValues;
import dev.dryrun.model.SurvivingValues.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `dryrun mask verify` found in a captured file.
///
/// @param key whose snapshots
/// @param file the captured file, as to show it
/// @param schema the newest schema
/// @param planner the newest statistics; null when there are none
/// @param policy what the file was held to; null without a policy
/// @param values the values that survive
/// @param definitions what holds constants that the policy hides
/// @param comments comments, which are kept as they are
/// @param show whether values and comments are printed
/// @param warnings one line each
public record MaskReport(
        SnapshotKey key,
        String file,
        SnapshotInfo schema,
        @Nullable SnapshotInfo planner,
        @Nullable Policy policy,
        List<SurvivingValues> values,
        List<ObjectRef> definitions,
        List<Comment> comments,
        boolean show,
        List<String> warnings) {

    public MaskReport {
        values = List.copyOf(values);
        definitions = List.copyOf(definitions);
        comments = List.copyOf(comments);
        warnings = List.copyOf(warnings);
    }

    /// A masking policy.
    ///
    /// @param file as to show it
    /// @param hash which columns it hides and how
    /// @param hiddenColumns how many, copies included
    public record Policy(String file, String hash, int hiddenColumns) {}

    /// A comment.
    ///
    /// @param about the object that has it, or that has what has it
    /// @param part which part of the object; empty when it is the object itself
    /// @param text what it says
    public record Comment(ObjectRef about, String part, String text) {}

    /// {@return what the policy does not allow}
    public List<SurvivingValues> refused() {
        return values.stream().filter(found -> found.verdict() != Verdict.ALLOWED).toList();
    }

    /// {@return what the policy allows}
    public List<SurvivingValues> allowed() {
        return values.stream().filter(found -> found.verdict() == Verdict.ALLOWED).toList();
    }

    /// {@return whether there is nothing that the policy does not allow}
    public boolean clean() {
        return refused().isEmpty() && definitions.isEmpty();
    }
}
