/// What a masking strategy is made of: version 1 of this interface.
///
/// A strategy says what stands in the place of a hidden column's values in the planner's
/// statistics. It is given distributions, not rows: the common values of a column, the bounds of
/// its histogram.
///
/// **Version 1** is [dev.dryrun.masking.spi.MaskingStrategy] and what its signatures name. Until
/// DryRun 1.0 a minor release may break it, and the changelog says so; from 1.0 on only a major
/// release may. Roles may be added to [dev.dryrun.masking.spi.ValueRole], and components to the
/// records that a strategy only reads: a strategy must not rely on having seen all of them.
package dev.dryrun.masking.spi;
