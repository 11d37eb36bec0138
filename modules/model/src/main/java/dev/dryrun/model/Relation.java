package dev.dryrun.model;

/// What can stand in FROM: a table, a view.
public sealed interface Relation extends SchemaObject permits Table, View {}
