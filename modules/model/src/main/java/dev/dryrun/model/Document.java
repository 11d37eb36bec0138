package dev.dryrun.model;

/// One thing that is captured, masked, hashed and stored by itself: an object's definition, a
/// table's statistics, a table's activity, a fact of the server.
///
/// A snapshot is a set of documents of one stream; within it no two share [#about].
public sealed interface Document
        permits SchemaObject,
                TableStatistics,
                SequenceStatistics,
                ObjectIdentities,
                TableActivity,
                NodeStatistics,
                QueryStatistics,
                QueryStatisticsInfo,
                ServerFact {

    /// {@return the object that the document describes or measures}
    ObjectRef about();
}
