package dev.dryrun.pgquery.nativeapi;

/// Where a statement stands.
///
/// @param location in bytes from the start of the input
/// @param length in bytes
public record NativeSpan(int location, int length) {}
