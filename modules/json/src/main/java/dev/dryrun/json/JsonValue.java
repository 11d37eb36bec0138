package dev.dryrun.json;

/// A JSON value: immutable, compared by content. [Json] reads and writes it.
public sealed interface JsonValue
        permits JsonObject, JsonArray, JsonString, JsonNumber, JsonBoolean, JsonNull {}
