package dev.dryrun.report;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;
import dev.dryrun.model.QueryReport;
import dev.dryrun.model.Severity;
import dev.dryrun.model.SqlError;
import dev.dryrun.model.SqlPlace;
import dev.dryrun.model.SqlWarning;
import dev.dryrun.model.StatementVerdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Verdicts on SQL as SARIF 2.1.0, which code scanning services read.
///
/// A refusal has the rule `sqlstate/<code>` and the level `error`; what a rule says has the rule's
/// id and its severity. Columns count characters (`unicodeCodePoints`).
public final class QuerySarif {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
                    + "sarif-schema-2.1.0.json";
    private static final String STANDARD_INPUT = "-";

    private QuerySarif() {}

    /// {@return one run with all files' results}
    ///
    /// @param reports one for each file
    /// @param version DryRun's
    public static JsonObject of(List<QueryReport> reports, String version) {
        List<JsonObject> results = new ArrayList<>();
        SortedSet<String> rules = new TreeSet<>();
        for (QueryReport report : reports) {
            for (StatementVerdict verdict : report.statements()) {
                for (SqlError error : verdict.errors()) {
                    String rule = "sqlstate/" + error.sqlstate();
                    rules.add(rule);
                    String said = withHint(error.message(), error.hint());
                    results.add(result(rule, "error", said, report.file(), error.place()));
                }
                for (SqlWarning warning : verdict.warnings()) {
                    String rule = warning.rule().text();
                    rules.add(rule);
                    String said = withHint(warning.message(), warning.hint());
                    String level = level(warning.severity());
                    results.add(result(rule, level, said, report.file(), warning.place()));
                }
            }
        }
        JsonObject driver =
                JsonObject.builder()
                        .put("name", "DryRun")
                        .put("version", version)
                        .put("rules", JsonArray.of(List.copyOf(rules), QuerySarif::rule))
                        .build();
        JsonObject run =
                JsonObject.builder()
                        .put("tool", JsonObject.builder().put("driver", driver).build())
                        .put("columnKind", "unicodeCodePoints")
                        .put("results", JsonArray.of(results, result -> result))
                        .build();
        return JsonObject.builder()
                .put("$schema", SCHEMA)
                .put("version", "2.1.0")
                .put("runs", JsonArray.of(List.of(run), one -> one))
                .build();
    }

    private static JsonObject rule(String id) {
        return JsonObject.builder().put("id", id).build();
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }

    private static String withHint(String message, @Nullable String hint) {
        return hint == null ? message : message + " (hint: " + hint + ")";
    }

    private static JsonObject result(
            String rule, String level, String said, String file, @Nullable SqlPlace place) {
        JsonObject.Builder physical =
                JsonObject.builder()
                        .put(
                                "artifactLocation",
                                JsonObject.builder().put("uri", uri(file)).build());
        if (place != null) {
            physical.put(
                    "region",
                    JsonObject.builder()
                            .put("startLine", place.line())
                            .put("startColumn", place.column())
                            .build());
        }
        JsonObject location =
                JsonObject.builder().put("physicalLocation", physical.build()).build();
        return JsonObject.builder()
                .put("ruleId", rule)
                .put("level", level)
                .put("message", JsonObject.builder().put("text", said).build())
                .put("locations", JsonArray.of(List.of(location), one -> one))
                .build();
    }

    /// {@return the path as a relative or absolute URI reference}
    private static String uri(String file) {
        if (file.equals(STANDARD_INPUT)) {
            return "stdin";
        }
        StringBuilder uri = new StringBuilder();
        for (byte b : file.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c < 0x7f && (Character.isLetterOrDigit(c) || "/._-~".indexOf(c) >= 0);
            uri.append(plain ? String.valueOf(c) : "%%%02X".formatted(b & 0xFF));
        }
        return uri.toString();
    }
}
