package dev.dryrun.history;

import dev.dryrun.model.SnapshotInfo;

/// A row of `snapshot`.
///
/// @param id the row
/// @param root the row of its root
/// @param schemaRoot the root of the schema it is bound to; 0 when it is bound to none
/// @param info what it says
record StoredSnapshot(long id, long root, long schemaRoot, SnapshotInfo info) {}
