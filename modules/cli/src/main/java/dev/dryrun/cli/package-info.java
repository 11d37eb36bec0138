/// The command line and its offline commands, one class each.
package dev.dryrun.cli;
