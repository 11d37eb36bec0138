package dev.dryrun.masking;

import dev.dryrun.masking.PolicyTree.Place;
import dev.dryrun.model.ConfigException;
import dev.dryrun.model.ErrorCode;
import org.jspecify.annotations.Nullable;

/// Says what is wrong with a policy file, and where.
///
/// @param file how the file is called in messages
record PolicyErrors(String file) {

    private static final String REFERENCE = "docs/reference/masking-policy.md says what it may say";

    ConfigException at(@Nullable Place place, String problem) {
        return at(place, problem, REFERENCE);
    }

    ConfigException at(@Nullable Place place, String problem, String hint) {
        String where = place == null ? file : file + ":" + place.line() + ":" + place.column();
        return new ConfigException(ErrorCode.POLICY_INVALID, where + ": " + problem, hint);
    }
}
