/// What was captured, how it is named, what is known and not known about it, what is said about it,
/// and how things fail.
package dev.dryrun.model;
