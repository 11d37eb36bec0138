package dev.dryrun.history;

import dev.dryrun.model.SnapshotInfo;
import org.jspecify.annotations.Nullable;

/// A snapshot with the schema that it belongs to.
///
/// @param info what it says
/// @param schemaHash the root of that schema, 64 hexadecimal digits; null for a schema itself, and
///   where there was none
public record BoundSnapshot(SnapshotInfo info, @Nullable String schemaHash) {}
