package dev.dryrun.pgquery.nativeapi;

/// A fingerprint as the library gives it.
///
/// @param value unsigned
/// @param hex the same as sixteen digits
public record NativeFingerprint(long value, String hex) {}
