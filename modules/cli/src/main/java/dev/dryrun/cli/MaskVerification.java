package dev.dryrun.cli;

import dev.dryrun.history.HistoryFile;
import dev.dryrun.history.SnapshotReader;
import dev.dryrun.history.SnapshotReference;
import dev.dryrun.json.DocumentJson;
import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonString;
import dev.dryrun.json.JsonValue;
import dev.dryrun.masking.ColumnMap;
import dev.dryrun.masking.DefinitionLinks;
import dev.dryrun.masking.LeakCheck;
import dev.dryrun.masking.MaskRules;
import dev.dryrun.masking.MaskingPolicy;
import dev.dryrun.model.AppliedMasking;
import dev.dryrun.model.Document;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.Stream;
import dev.dryrun.model.SurvivingValues;
import dev.dryrun.model.TableStatistics;
import dev.dryrun.report.MaskReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/// Holds the newest schema and statistics of a database to masking rules.
///
/// @param history the captured file
/// @param key whose snapshots
/// @param file the file, as to show it
/// @param rules what to hold them to
record MaskVerification(HistoryFile history, SnapshotKey key, String file, MaskRules rules) {

    private static final String COMMENT = "comment";

    MaskReport run(boolean show) {
        SnapshotInfo schema =
                history.resolve(key, new Stream.Schema(), SnapshotReference.parse("latest"));
        SnapshotInfo planner = history.newest(key, new Stream.Planner()).orElse(null);
        SnapshotReader definitions = history.read(schema);
        List<String> warnings = new ArrayList<>();
        LeakCheck check = rules.leakCheck(columns(definitions), warnings::add);
        List<ObjectRef> constants = new ArrayList<>();
        List<MaskReport.Comment> comments = new ArrayList<>();
        each(
                definitions,
                document -> {
                    if (document instanceof SchemaObject object && check.holdsConstants(object)) {
                        constants.add(object.about());
                    }
                    comments(document.about(), "", DocumentJson.toJson(document), comments);
                });
        MaskingPolicy policy = rules.policy();
        if (policy != null) {
            otherPolicy(policy, planner == null ? schema : planner, warnings);
        }
        return new MaskReport(
                key,
                file,
                schema,
                planner,
                policy == null
                        ? null
                        : new MaskReport.Policy(
                                policy.file(), policy.hash(), check.hiddenColumns()),
                planner == null ? List.of() : values(history.read(planner), check),
                constants,
                comments,
                show,
                warnings);
    }

    private static ColumnMap columns(SnapshotReader definitions) {
        ColumnMap columns = new ColumnMap();
        DefinitionLinks links = new DefinitionLinks(columns);
        each(
                definitions,
                document -> {
                    if (document instanceof SchemaObject object) {
                        links.add(object);
                    }
                });
        return columns;
    }

    private static List<SurvivingValues> values(SnapshotReader planner, LeakCheck check) {
        List<SurvivingValues> values = new ArrayList<>();
        each(
                planner,
                document -> {
                    if (document instanceof TableStatistics statistics) {
                        values.addAll(check.check(statistics));
                    }
                });
        return values;
    }

    private static void each(SnapshotReader reader, Consumer<Document> consumer) {
        for (ObjectKind kind : ObjectKind.values()) {
            reader.forEach(kind, consumer);
        }
    }

    private static void otherPolicy(
            MaskingPolicy policy, SnapshotInfo captured, List<String> warnings) {
        AppliedMasking applied = captured.masking();
        if (applied != null && !Objects.equals(applied.policy(), policy.hash())) {
            warnings.add(
                    applied.policy() == null
                            ? "the snapshot was captured without this policy"
                            : "the policy is not the one that the snapshot was captured under");
        }
    }

    /// @param part which part of the object the value is
    private static void comments(
            ObjectRef about, String part, JsonValue value, List<MaskReport.Comment> to) {
        if (value instanceof JsonArray array) {
            array.elements().forEach(element -> comments(about, part, element, to));
        } else if (value instanceof JsonObject object) {
            String own =
                    object.get("name") instanceof JsonString(String name) && !part.isEmpty()
                            ? part + " " + name
                            : part;
            object.members()
                    .forEach((member, inner) -> {
                        if (member.equals(COMMENT) && inner instanceof JsonString(String text)) {
                            to.add(new MaskReport.Comment(about, own, text));
                        } else {
                            comments(about, own.isEmpty() ? member : own, inner, to);
                        }
                    });
        }
    }
}
