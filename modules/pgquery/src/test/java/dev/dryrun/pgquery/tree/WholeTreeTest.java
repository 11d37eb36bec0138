package dev.dryrun.pgquery.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.json.Json;
import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonBoolean;
import dev.dryrun.json.JsonNumber;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonString;
import dev.dryrun.json.JsonValue;
import dev.dryrun.json.MalformedJsonException;
import dev.dryrun.pgquery.Limits;
import dev.dryrun.pgquery.PgQuery;
import dev.dryrun.pgquery.nativeapi.NativeFailureException;
import dev.dryrun.pgquery.nativeapi.NativePgQuery;
import dev.dryrun.pgquery.nativeapi.TreeTooLargeException;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A tree, written back field by field, is what the library wrote: nothing is dropped.
class WholeTreeTest {

    private static final String DEFINITIONS =
            """
            CREATE TABLE t (a int PRIMARY KEY COLLATE "C", LIKE u) PARTITION BY LIST (a)

            CREATE FOREIGN TABLE f (a int) SERVER s OPTIONS (x 'y')

            CREATE TABLE c AS SELECT 1

            CREATE TYPE e AS ENUM ('a', 'b')

            CREATE DOMAIN d AS text COLLATE "C" CHECK (VALUE <> '')

            CREATE FUNCTION g(a int DEFAULT 1) RETURNS SETOF t LANGUAGE sql
            BEGIN ATOMIC SELECT a; END

            CREATE VIEW v (a) WITH (security_barrier) AS SELECT B'01', x'1F' WITH CHECK OPTION

            ALTER TABLE t ADD COLUMN IF NOT EXISTS b int, ALTER a DROP NOT NULL

            ALTER TABLE t RENAME a TO b

            ALTER TABLE t SET SCHEMA s

            COPY t (a) FROM STDIN WITH (FORMAT csv)

            DO LANGUAGE plpgsql 'BEGIN END'

            PREPARE p (int) AS SELECT $1

            DECLARE k SCROLL CURSOR FOR SELECT 1

            EXPLAIN (ANALYZE, COSTS off) SELECT 1

            SET LOCAL search_path TO a, "B", 'c'

            ROLLBACK AND CHAIN

            SELECT a INTO TEMP z FROM t FOR UPDATE OF t SKIP LOCKED

            SELECT * FROM XMLTABLE('/r' PASSING '<r/>' COLUMNS a int PATH '@a', n FOR ORDINALITY) x

            SELECT * FROM JSON_TABLE('[]', '$[*]' COLUMNS (a int PATH '$.a')) j

            SELECT JSON_OBJECTAGG(a : b), JSON_ARRAYAGG(a) FROM t

            SELECT a IS TRUE, f(VARIADIC ARRAY[1]), (c).d[1:2], GROUPING(a) FROM ONLY s.t GROUP BY a

            UPDATE t SET (a, b) = ROW (1, DEFAULT) RETURNING WITH (OLD AS o) o.*

            WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n FROM r)
            SEARCH DEPTH FIRST BY n SET o CYCLE n SET c USING p
            SELECT * FROM r TABLESAMPLE system (1) REPEATABLE (2)

            CREATE INDEX ON t USING gin (lower(a) gin_trgm_ops DESC NULLS LAST) WHERE b

            GRANT SELECT ON t TO PUBLIC

            CREATE TRIGGER g BEFORE UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION f('x')\
            """;

    @Test
    void whatTheLibraryWroteIsAllThere() throws Exception {
        Grammar grammar = Grammar.read();
        NativePgQuery library =
                NativePgQuery.fromFile(Path.of(System.getProperty(PgQuery.LIBRARY_PROPERTY)));
        Set<Class<?>> seen = new HashSet<>();
        int parsed = 0;
        List<String> statements = statements();
        for (String statement : statements) {
            for (JsonObject raw : written(library, statement)) {
                parsed++;
                Node read = Node.of("RawStmt", raw);
                read.walk(node -> {
                    seen.add(node.getClass());
                    return true;
                });
                assertThat(new Writer(grammar).fields(read)).as(statement).isEqualTo(raw);
            }
        }
        assertThat(parsed).isGreaterThan(500);
        assertThat(seen).containsAll(GrammarTest.kinds().collect(Collectors.toSet()));
    }

    /// {@return what the library makes of the statements of a text; empty when it refuses it, as
    /// the corpora have some that no server takes}
    private static List<JsonObject> written(NativePgQuery library, String statement) {
        try {
            byte[] json =
                    library.parse(
                            statement.getBytes(StandardCharsets.UTF_8), Limits.TREE_BYTES_MAX);
            JsonObject tree =
                    (JsonObject)
                            Json.parse(
                                    new String(json, StandardCharsets.UTF_8),
                                    Limits.TREE_DEPTH_MAX);
            return tree.get("stmts") instanceof JsonArray(List<JsonValue> statements)
                    ? statements.stream().map(JsonObject.class::cast).toList()
                    : List.of();
        } catch (NativeFailureException e) {
            return List.of();
        } catch (TreeTooLargeException | MalformedJsonException e) {
            throw new AssertionError(statement, e);
        }
    }

    private static List<String> statements() throws IOException {
        Path corpora = Path.of(System.getProperty("basedir", "."), "../query/src/test/oracle");
        List<String> statements = new ArrayList<>(List.of(DEFINITIONS.split("\n\n+", -1)));
        try (Stream<Path> files = Files.walk(corpora)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                statements.addAll(List.of(Files.readString(file).strip().split("\n\n+", -1)));
            }
        }
        return statements;
    }

    @Test
    void theListOfAnOlderGrammarsReturningIsTheClause() {
        Node statement =
                Node.of(
                        "DeleteStmt",
                        object(
                                """
                                {"relation":{"relname":"t"},"returningList":[
                                {"ResTarget":{"val":{"A_Const":{"ival":{"ival":1}}}}}]}\
                                """));

        assertThat(statement.find(ReturningClause.class))
                .singleElement()
                .satisfies(clause -> assertThat(clause.exprs()).hasSize(1));
        assertThat(statement.find(AConst.class)).hasSize(1);
    }

    @Test
    void aFieldThatItsRecordHasNotMakesANodeOfAnyKind() {
        Node node = Node.of("ParamRef", object("{\"number\":1,\"new\":{\"A_Star\":{}}}"));

        assertThat(node).isInstanceOf(OtherNode.class);
        assertThat(node.tag()).isEqualTo("ParamRef");
        assertThat(node.find(AStar.class)).hasSize(1);
    }

    private static JsonObject object(String json) {
        try {
            return (JsonObject) Json.parse(json);
        } catch (MalformedJsonException e) {
            throw new AssertionError(json, e);
        }
    }

    /// Writes nodes as libpg_query does.
    private record Writer(Grammar grammar) {

        JsonObject fields(Node node) {
            SequencedMap<String, JsonValue> members = new LinkedHashMap<>();
            if (node instanceof OtherNode other) {
                other.json()
                        .members()
                        .forEach((name, value) -> {
                            List<Node> nodes = other.nodes().get(name);
                            members.put(
                                    name,
                                    nodes == null
                                            ? value
                                            : value instanceof JsonArray
                                                    ? list(nodes)
                                                    : single(node, name, nodes.getFirst()));
                        });
                return new JsonObject(members);
            }
            for (String name : grammar.fields(node.tag()).keySet()) {
                JsonValue value = value(node, name);
                if (value != null) {
                    members.put(name, value);
                }
            }
            return new JsonObject(members);
        }

        private @Nullable JsonValue value(Node node, String name) {
            if (node instanceof AConst constant && TypedFields.of("A_Const").containsKey(name)) {
                Node val = constant.val();
                return val != null && val.tag().equals(TypedFields.of("A_Const").get(name))
                        ? fields(val)
                        : null;
            }
            return switch (component(node, Grammar.java(name))) {
                case null -> null;
                case Node child -> single(node, name, child);
                case List<?> items when items.isEmpty() -> null;
                case List<?> items -> list(items);
                case Boolean flag -> flag ? new JsonBoolean(true) : null;
                case Integer number -> number == 0 ? null : JsonNumber.of(number);
                case String text when text.isEmpty() && !(node instanceof StringNode) -> null;
                case String text -> new JsonString(text);
                case Object constant -> new JsonString(constant.toString());
            };
        }

        private static @Nullable Object component(Node node, String name) {
            for (RecordComponent component : node.getClass().getRecordComponents()) {
                if (component.getName().equals(name)) {
                    try {
                        return component.getAccessor().invoke(node);
                    } catch (ReflectiveOperationException e) {
                        throw new LinkageError(e.getMessage(), e);
                    }
                }
            }
            return null;
        }

        private JsonValue single(Node parent, String name, Node child) {
            return TypedFields.of(parent.tag()).containsKey(name) ? fields(child) : wrapped(child);
        }

        private JsonValue list(List<?> items) {
            return new JsonArray(items.stream().map(item -> wrapped((Node) item)).toList());
        }

        private JsonValue wrapped(Node node) {
            SequencedMap<String, JsonValue> one = new LinkedHashMap<>();
            if (!(node instanceof Nil)) {
                one.put(node.tag(), fields(node));
            }
            return new JsonObject(one);
        }
    }
}
