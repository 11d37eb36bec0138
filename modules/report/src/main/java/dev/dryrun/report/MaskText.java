package dev.dryrun.report;

import dev.dryrun.model.AppliedMasking;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SurvivingValues;
import dev.dryrun.model.SurvivingValues.Kind;
import dev.dryrun.model.SurvivingValues.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What `dryrun mask verify` found as text.
public final class MaskText {

    private MaskText() {}

    /// {@return what was looked at; what the policy does not allow; what it allows; the comments;
    /// the verdict}
    ///
    /// @param report what to say
    public static String of(MaskReport report) {
        StringBuilder text = new StringBuilder();
        text.append(VisibleText.of(report.key().toString()))
                .append(" in ")
                .append(VisibleText.of(report.file()))
                .append('\n')
                .append(SnapshotLine.withTime(report.schema()));
        SnapshotInfo planner = report.planner();
        if (planner != null) {
            text.append(SnapshotLine.withTime(planner));
        }
        text.append("captured ")
                .append(applied((planner == null ? report.schema() : planner).masking()))
                .append("\nheld to ")
                .append(policy(report.policy()))
                .append('\n');
        values(text, "Values that the policy does not allow", report.refused(), report.show());
        definitions(text, report.definitions());
        values(text, "Values that survive, as the policy allows", report.allowed(), report.show());
        comments(text, report);
        return text.append('\n')
                .append(SnapshotLine.warnings(report.warnings()))
                .append(verdict(report))
                .toString();
    }

    private static String applied(@Nullable AppliedMasking applied) {
        if (applied == null) {
            return "before captures kept their policy";
        }
        if (applied.off()) {
            return "with --no-masks";
        }
        String policy = applied.policy();
        return policy == null
                ? "without a policy"
                : "under the policy "
                        + SnapshotLine.shortened(policy)
                        + ": "
                        + Counted.of(applied.hiddenColumns(), "column")
                        + " hidden"
                        + (applied.strategies().isEmpty()
                                ? ""
                                : " by " + String.join(", ", applied.strategies()));
    }

    private static String policy(MaskReport.@Nullable Policy policy) {
        return policy == null
                ? "no policy: only JSON values are refused"
                : "the policy "
                        + SnapshotLine.shortened(policy.hash())
                        + " of "
                        + VisibleText.of(policy.file())
                        + ": "
                        + Counted.of(policy.hiddenColumns(), "column")
                        + " hidden";
    }

    private static void values(
            StringBuilder text, String heading, List<SurvivingValues> all, boolean show) {
        if (all.isEmpty()) {
            return;
        }
        text.append('\n').append(heading).append(" (").append(all.size()).append("):\n");
        for (SurvivingValues found : all) {
            text.append("  ")
                    .append(VisibleText.of(found.table().display() + separator(found)))
                    .append(VisibleText.of(found.name()))
                    .append("  ")
                    .append(VisibleText.of(about(found)))
                    .append("\n    ")
                    .append(counts(found))
                    .append('\n');
            if (show) {
                found.values()
                        .forEach((slot, values) ->
                                text.append("    ")
                                        .append(slot)
                                        .append(": ")
                                        .append(VisibleText.of(String.join(" | ", values)))
                                        .append('\n'));
            }
        }
    }

    private static String separator(SurvivingValues found) {
        return found.kind() == Kind.COLUMN ? "." : ": ";
    }

    private static String about(SurvivingValues found) {
        String type = found.type().isEmpty() ? found.kind().word() : found.type();
        String by = found.maskedBy();
        return (found.kind() == Kind.EXPRESSION ? "expression, " + type : type)
                + (by == null ? "" : ", masked by " + by)
                + (found.verdict() == Verdict.NOT_MADE ? "; not what its strategy makes" : "");
    }

    private static String counts(SurvivingValues found) {
        return found.values().entrySet().stream()
                .map(slot -> slot.getValue().size() + " " + slot.getKey())
                .collect(Collectors.joining(", "));
    }

    private static void definitions(StringBuilder text, List<ObjectRef> all) {
        if (all.isEmpty()) {
            return;
        }
        text.append("\nDefinitions with constants of hidden columns (")
                .append(all.size())
                .append("):\n");
        all.forEach(ref -> text.append("  ").append(VisibleText.of(shown(ref))).append('\n'));
    }

    private static void comments(StringBuilder text, MaskReport report) {
        if (report.comments().isEmpty()) {
            return;
        }
        text.append("\nComments, kept as they are (")
                .append(report.comments().size())
                .append("):\n");
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (MaskReport.Comment comment : report.comments()) {
            if (report.show()) {
                String part = comment.part().isEmpty() ? "" : " " + comment.part();
                text.append("  ")
                        .append(VisibleText.of(shown(comment.about()) + part))
                        .append(": ")
                        .append(VisibleText.of(comment.text()))
                        .append('\n');
            } else {
                counts.merge(shown(comment.about()), 1, Integer::sum);
            }
        }
        counts.forEach((about, count) ->
                text.append("  ")
                        .append(VisibleText.of(about))
                        .append("  ")
                        .append(count)
                        .append('\n'));
    }

    private static String shown(ObjectRef ref) {
        return ref.kind().word() + " " + ref.name().display();
    }

    private static String verdict(MaskReport report) {
        if (report.clean()) {
            return report.policy() == null
                    ? "Nothing found that is always removed.\n"
                    : "Clean: nothing survives that the policy hides.\n";
        }
        return "Not clean: "
                + Counted.of(report.refused().size(), "column")
                + " with values, "
                + Counted.of(report.definitions().size(), "definition")
                + " with constants that should not be there.\n"
                + "Delete these snapshots, purge the file and capture again under the policy.\n";
    }
}
