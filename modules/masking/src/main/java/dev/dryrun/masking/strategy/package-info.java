/// The strategies that come with DryRun, and what they know of types.
package dev.dryrun.masking.strategy;
