package dev.dryrun.pgquery;

import dev.dryrun.pgquery.tree.Node;

/// One statement of a parsed text.
///
/// @param node the statement, such as a `SelectStmt`
/// @param byteOffset bytes before its first word (before PostgreSQL 18's grammar: before the spaces
///   and comments that lead to it)
/// @param byteLength its bytes, without the semicolon
public record Statement(Node node, int byteOffset, int byteLength) {}
