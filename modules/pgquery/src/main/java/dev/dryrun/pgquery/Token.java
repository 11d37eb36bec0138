package dev.dryrun.pgquery;

/// A token of the scanner. Spaces are none; comments are.
///
/// @param kind what it is
/// @param keyword which sort of keyword; [KeywordKind#NONE] for everything else
/// @param byteStart bytes before it
/// @param byteEnd bytes before its end
/// @param text as it is written
public record Token(TokenKind kind, KeywordKind keyword, int byteStart, int byteEnd, String text) {}
