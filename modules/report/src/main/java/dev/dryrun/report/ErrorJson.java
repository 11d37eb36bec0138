package dev.dryrun.report;

import dev.dryrun.json.JsonObject;
import dev.dryrun.model.DryrunException;

/// A failure as JSON: `docs/reference/json/error.md`.
public final class ErrorJson {

    private ErrorJson() {}

    /// {@return the failure}
    ///
    /// @param failure why the command could not do it
    public static JsonObject of(DryrunException failure) {
        return JsonObject.builder().put("error", inner(failure)).build();
    }

    /// {@return what stands in the member `error`}
    static JsonObject inner(DryrunException failure) {
        return JsonObject.builder()
                .put("code", failure.code().word())
                .put("message", failure.what())
                .put("hint", failure.hint())
                .build();
    }
}
