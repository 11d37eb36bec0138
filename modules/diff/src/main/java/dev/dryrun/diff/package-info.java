/// What differs between two snapshots.
package dev.dryrun.diff;
