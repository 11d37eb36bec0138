package dev.dryrun.model;

import org.jspecify.annotations.Nullable;

/// A rewrite rule of a relation; the one that makes a view a view is left out.
///
/// Source: `pg_rewrite`.
///
/// @param name `rulename`, unique within its relation
/// @param definition `pg_get_ruledef`, without a trailing semicolon; LOCKED when it could not be
///   read
/// @param firing in which sessions it applies
/// @param comment `COMMENT ON RULE`; null when there is none
public record Rule(
        String name, Reading<String> definition, Firing firing, @Nullable String comment) {}
