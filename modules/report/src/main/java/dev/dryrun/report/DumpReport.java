package dev.dryrun.report;

import dev.dryrun.model.ServerInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `dryrun dump-schema --output FILE` wrote.
///
/// @param file the file, as to show it
/// @param form `json` or `sql`
/// @param server where the schema was read
/// @param objectCount how many objects were written
/// @param schemaHash the hash of the objects; null where the form has none
/// @param warnings what could not be read and the like, one line each
public record DumpReport(
        String file,
        String form,
        ServerInfo server,
        int objectCount,
        @Nullable String schemaHash,
        List<String> warnings) {

    public DumpReport {
        warnings = List.copyOf(warnings);
    }
}
