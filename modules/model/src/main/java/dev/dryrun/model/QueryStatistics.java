package dev.dryrun.model;

import java.util.Comparator;
import java.util.List;

/// A normalised query of one node and what it has cost.
///
/// @param fingerprint libpg_query's, sixteen hexadecimal digits
/// @param text with parameters for constants, without comments
/// @param members the statements that are this query, by their id
public record QueryStatistics(String fingerprint, String text, List<QueryMember> members)
        implements Document {

    public QueryStatistics {
        if (members.isEmpty()) {
            throw new IllegalArgumentException("a query has at least one statement");
        }
        members = members.stream().sorted(Comparator.comparingLong(QueryMember::queryid)).toList();
    }

    @Override
    public ObjectRef about() {
        return new ObjectRef(ObjectKind.QUERY, new QualifiedName("", fingerprint));
    }

    /// {@return what all its statements have cost together}
    public QueryCounters total() {
        return members.stream()
                .map(QueryMember::counters)
                .reduce(QueryCounters::plus)
                .orElseThrow();
    }
}
