package dev.dryrun.dba;

import dev.dryrun.model.CapturedQuery;
import dev.dryrun.model.ColumnLinks;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.TableStatistics;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// What a capture reads, unmasked, in memory only.
///
/// @param policy what hides it
/// @param links what the capture says of columns
/// @param objects definitions
/// @param statistics of tables
/// @param queries statements
@SuppressWarnings("exports")
public record RawCapture(
        Path policy,
        List<Consumer<ColumnLinks>> links,
        List<SchemaObject> objects,
        List<TableStatistics> statistics,
        List<CapturedQuery> queries) {}
