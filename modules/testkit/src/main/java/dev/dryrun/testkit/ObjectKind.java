package dev.dryrun.testkit;

/// A kind of database object, and the query that finds those of that kind which people made.
///
/// @param name what it is, such as `index, partial`
/// @param since the first major release that knows it; 14 when all supported ones do
/// @param query gives one row for each such object of the database it runs in, its name first
public record ObjectKind(String name, int since, String query) {}
