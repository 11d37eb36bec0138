package dev.dryrun.pgquery;

/// A place in a text, in the units that people, editors and the parser use.
///
/// @param byteOffset bytes of UTF-8 before it; what the tree's locations are
/// @param charOffset Java characters (UTF-16) before it
/// @param line from 1; a line ends with a line feed
/// @param column from 1, in characters as people count them (code points)
public record SourcePosition(int byteOffset, int charOffset, int line, int column) {}
