package dev.dryrun.json;

/// `null`.
public record JsonNull() implements JsonValue {}
