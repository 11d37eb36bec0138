package dev.dryrun.json;

import dev.dryrun.model.AppliedMasking;
import java.util.TreeSet;

/// [AppliedMasking] as JSON: by what rules a snapshot was masked.
public final class AppliedMaskingJson {

    private AppliedMaskingJson() {}

    /// {@return the rules as JSON}
    ///
    /// @param masking any
    public static JsonObject toJson(AppliedMasking masking) {
        JsonObject.Builder out = JsonObject.builder();
        String policy = masking.policy();
        if (policy != null) {
            out.put("policy", policy);
        }
        if (masking.off()) {
            out.put("no_masks", true);
        }
        out.put("hidden_columns", masking.hiddenColumns())
                .put("strategies", JsonArray.of(masking.strategies(), JsonString::new));
        if (masking.keepJsonHistograms()) {
            out.put("keep_jsonb_histograms", true);
        }
        return out.build();
    }

    /// {@return the rules that the JSON describes}
    ///
    /// @param json as [#toJson] makes it
    /// @throws MalformedJsonException when it describes none
    public static AppliedMasking fromJson(JsonValue json) throws MalformedJsonException {
        Fields in = Fields.of(json);
        return new AppliedMasking(
                in.textOrNull("policy"),
                in.flag("no_masks"),
                (int) in.whole("hidden_columns"),
                new TreeSet<>(in.texts("strategies")),
                in.flag("keep_jsonb_histograms"));
    }
}
