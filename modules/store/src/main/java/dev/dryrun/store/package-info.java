/// Moves snapshots between `history.db` and stores.
package dev.dryrun.store;
