package dev.dryrun.model;

import org.jspecify.annotations.Nullable;

/// A trigger that a user made on a relation; those behind constraints are left out.
///
/// Source: `pg_trigger`.
///
/// @param name `tgname`, unique within its relation
/// @param definition `pg_get_triggerdef`; LOCKED when it could not be read
/// @param function the function it calls
/// @param firing in which sessions it fires
/// @param inherited whether its partitioned table's trigger made it
/// @param comment `COMMENT ON TRIGGER`; null when there is none
public record Trigger(
        String name,
        Reading<String> definition,
        QualifiedName function,
        Firing firing,
        boolean inherited,
        @Nullable String comment) {}
