package dev.dryrun.pgquery;

/// What is equal for statements that differ only in constants, in the number of items in a list, in
/// spaces and comments.
///
/// Since PostgreSQL 18's way of it, a schema in front of a table, the name of a table with an alias
/// and digits in a table's name make no difference either.
///
/// @param value unsigned 64 bits
/// @param hex the same as sixteen digits
public record Fingerprint(long value, String hex) {}
