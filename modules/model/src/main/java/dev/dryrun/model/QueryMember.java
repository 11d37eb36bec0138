package dev.dryrun.model;

/// One `queryid` of a query.
///
/// @param queryid as the server computes it, a signed number
/// @param counters what it has cost
public record QueryMember(long queryid, QueryCounters counters) {}
