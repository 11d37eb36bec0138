package dev.dryrun.json;

/// A string.
///
/// @param value its characters, unescaped
public record JsonString(String value) implements JsonValue {}
