/// What a snapshot store is made of: version 1 of this interface.
///
/// A store keeps opaque bytes under names. What they mean, how they are compressed and whether they
/// are whole is the business of `dev.dryrun.store`; a store never looks into them.
///
/// **Nothing is ever replaced.** A name is written once, and whoever writes it again writes the
/// same bytes or loses; so two writers need no lock between them. What names a snapshot is written
/// last, after everything it needs.
///
/// **Version 1** is [dev.dryrun.store.spi.SnapshotStoreType], [dev.dryrun.store.spi.SnapshotStore]
/// and what their signatures name. Until DryRun 1.0 a minor release may break it, and the changelog
/// says so; from 1.0 on only a major release may.
package dev.dryrun.store.spi;
