package dev.dryrun.report;

import dev.dryrun.model.SchemaDelta;
import java.util.List;

/// What differs between two states of a schema.
///
/// @param from before
/// @param to after
/// @param delta what differs
/// @param warnings one line each
public record SchemaDiffReport(
        DiffSide from, DiffSide to, SchemaDelta delta, List<String> warnings) {

    public SchemaDiffReport {
        warnings = List.copyOf(warnings);
    }
}
