package dev.dryrun.pgquery;

import dev.dryrun.json.Json;
import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonNumber;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonValue;
import dev.dryrun.json.MalformedJsonException;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.OtherNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A text as PostgreSQL's grammar reads it: its statements, each a tree of [Node]s, and the text
/// that their locations count in.
///
/// Immutable: any thread may use it.
public final class ParseTree {

    private final SourceText source;
    private final GrammarVersion version;
    private final List<Statement> statements;

    private ParseTree(SourceText source, GrammarVersion version, List<Statement> statements) {
        this.source = source;
        this.version = version;
        this.statements = List.copyOf(statements);
    }

    /// {@return the text}
    public SourceText source() {
        return source;
    }

    /// {@return the statements in order; empty when the text holds only spaces and comments}
    public List<Statement> statements() {
        return statements;
    }

    /// {@return the characters of a statement}
    ///
    /// @param statement one of [#statements]
    public String text(Statement statement) {
        return source.slice(
                statement.byteOffset(), statement.byteOffset() + statement.byteLength());
    }

    /// {@return all nodes of a kind, statement by statement}
    ///
    /// @param kind such as `RangeVar.class`
    /// @param <N> the kind
    public <N extends Node> List<N> find(Class<N> kind) {
        List<N> found = new ArrayList<>();
        for (Statement statement : statements) {
            found.addAll(statement.node().find(kind));
        }
        return found;
    }

    /// {@return where a node begins}
    ///
    /// @param node of this tree
    public SourcePosition position(Node node) {
        return source.at(node.location());
    }

    GrammarVersion version() {
        return version;
    }

    /// {@return the tree in the library's answer:
    /// `{"version":180006,"stmts":[{"stmt":{…},"stmt_location":9,"stmt_len":8},…]}`}
    static ParseTree read(SourceText source, byte[] json) {
        try {
            JsonValue answer =
                    Json.parse(new String(json, StandardCharsets.UTF_8), Limits.TREE_DEPTH_MAX);
            if (answer instanceof JsonObject object
                    && object.get("version") instanceof JsonNumber number) {
                int version = (int) number.longValue();
                List<Statement> statements = new ArrayList<>();
                if (object.get("stmts") instanceof JsonArray(List<JsonValue> elements)) {
                    for (JsonValue element : elements) {
                        statements.add(statement(source, element));
                    }
                }
                return new ParseTree(
                        source, new GrammarVersion(version / 10_000, version % 10_000), statements);
            }
            throw new IllegalStateException("libpg_query's tree has no version");
        } catch (MalformedJsonException e) {
            throw new IllegalStateException("libpg_query's tree cannot be read", e);
        }
    }

    private static Statement statement(SourceText source, JsonValue element) {
        if (element instanceof JsonObject fields) {
            if (Node.of("RawStmt", fields) instanceof OtherNode raw
                    && !raw.nodes("stmt").isEmpty()) {
                int offset = raw.number("stmt_location");
                int length = raw.number("stmt_len");
                return new Statement(
                        raw.nodes("stmt").getFirst(),
                        offset,
                        length == 0 ? source.sizeBytes() - offset : length);
            }
        }
        throw new IllegalStateException("libpg_query's tree has a statement without a node");
    }

    /// {@return how deep JSON nests}
    static int depth(byte[] json) {
        int depth = 0;
        int deepest = 0;
        boolean quoted = false;
        for (int i = 0; i < json.length; i++) {
            switch (json[i]) {
                case '"' -> quoted = !quoted;
                case '\\' -> i++;
                case '{', '[' -> {
                    if (!quoted) {
                        depth++;
                        deepest = Math.max(deepest, depth);
                    }
                }
                case '}', ']' -> depth -= quoted ? 0 : 1;
                default -> {}
            }
        }
        return deepest;
    }
}
