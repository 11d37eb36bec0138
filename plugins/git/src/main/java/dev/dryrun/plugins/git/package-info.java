/// Keeps snapshots as files in a branch of a git repository, over a bare copy of that branch.
package dev.dryrun.plugins.git;
