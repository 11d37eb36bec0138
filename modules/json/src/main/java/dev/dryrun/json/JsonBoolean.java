package dev.dryrun.json;

/// `true` or `false`.
///
/// @param value which of them
public record JsonBoolean(boolean value) implements JsonValue {}
