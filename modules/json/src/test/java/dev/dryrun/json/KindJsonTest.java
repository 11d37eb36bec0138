package dev.dryrun.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dryrun.model.CompositeType;
import dev.dryrun.model.Document;
import dev.dryrun.model.Domain;
import dev.dryrun.model.Facts;
import dev.dryrun.model.Function;
import dev.dryrun.model.Function.Argument;
import dev.dryrun.model.Function.Argument.Mode;
import dev.dryrun.model.Function.Behaviour;
import dev.dryrun.model.Function.Body;
import dev.dryrun.model.Function.Form;
import dev.dryrun.model.Function.Parallel;
import dev.dryrun.model.Function.Volatility;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.RangeType;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Reading.Reason;
import dev.dryrun.model.ServerFact;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KindJsonTest {

    private static final QualifiedName NAME = new QualifiedName("pub\"lic", "or.ders\n😀");
    private static final Facts FACTS = new Facts("owner", null, "why", "citext", List.of());

    static Stream<Document> documents() {
        return Stream.of(
                function(Form.FUNCTION, new Body.Source("")),
                function(Form.WINDOW, new Body.Library("$libdir/x", "sym")),
                function(Form.PROCEDURE, new Body.Parsed("BEGIN ATOMIC\nEND")),
                function(Reading.absent(Reason.LOCKED)),
                function(Reading.absent(Reason.NOT_CAPTURED)),
                new Domain(
                        NAME,
                        "character varying(40)",
                        new Domain.NotNull("n", "said"),
                        "'a'::text",
                        "\"C\"",
                        List.of(
                                new Domain.Check("c", "(VALUE > 0)", false, "why"),
                                new Domain.Check("d", "(VALUE > 1)", true, null)),
                        FACTS),
                new Domain(NAME, "s.other", null, null, null, List.of(), FACTS),
                new Domain(
                        NAME, "int", new Domain.NotNull(null, null), null, null, List.of(), FACTS),
                new CompositeType(
                        NAME,
                        List.of(
                                new CompositeType.Attribute("a", "text", "s.german", "why"),
                                new CompositeType.Attribute("b", "integer", null, null)),
                        FACTS),
                new CompositeType(NAME, List.of(), FACTS),
                new RangeType(
                        NAME,
                        "text",
                        "pg_catalog.text_ops",
                        "s.german",
                        "s.canonical",
                        "s.diff",
                        new QualifiedName("s", "m"),
                        FACTS),
                new RangeType(
                        NAME, "text", "o", null, null, null, new QualifiedName("s", "m"), FACTS),
                new ServerFact(
                        ObjectKind.ROLE,
                        "every \"role\"",
                        new TreeMap<>(Map.of("member of", List.of("a", "b"), "none", List.of()))));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void whatIsWrittenReadsBackEqual(Document document) throws MalformedJsonException {
        byte[] bytes = Json.canonical(DocumentJson.toJson(document));

        JsonValue read = Json.parse(new String(bytes, StandardCharsets.UTF_8));

        assertThat(DocumentJson.fromJson(read)).isEqualTo(document);
        assertThat(Json.canonical(DocumentJson.toJson(DocumentJson.fromJson(read))))
                .isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"document\":\"range\",\"schema\":\"s\",\"name\":\"r\",\"subtype\":\"int\","
                        + "\"subtype_opclass\":\"o\",\"owner\":\"o\"}",
                "{\"document\":\"domain\",\"schema\":\"s\",\"name\":\"d\",\"owner\":\"o\"}",
                "{\"document\":\"server_fact\",\"kind\":\"planet\",\"name\":\"d\"}",
                "{\"document\":\"function\",\"schema\":\"s\",\"name\":\"f()\",\"owner\":\"o\"}",
                "{\"document\":\"function\",\"schema\":\"s\",\"name\":\"f()\",\"owner\":\"o\","
                        + "\"form\":\"function\",\"language\":\"sql\",\"body\":{},"
                        + "\"volatility\":\"stable\",\"parallel\":\"safe\",\"cost\":1,\"rows\":0}"
            })
    void whatDescribesNoDocumentIsRefused(String text) {
        assertThatThrownBy(() -> DocumentJson.fromJson(Json.parse(text)))
                .isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void aBodyThatCouldNotBeReadSaysWhy() {
        JsonObject json = DocumentJson.toJson(function(Reading.absent(Reason.LOCKED)));

        assertThat(json.get("body"))
                .isEqualTo(JsonObject.builder().put("absent", "locked").build());
    }

    private static Function function(Form form, Body body) {
        return new Function(
                new QualifiedName("s", "f(integer)"),
                form,
                List.of(
                        new Argument(Mode.IN, null, "integer", "1"),
                        new Argument(Mode.INOUT, "b", "text", null),
                        new Argument(Mode.VARIADIC, "c", "s.t[]", null)),
                form == Form.PROCEDURE ? null : "SETOF record",
                "sql",
                Reading.measured(body),
                new Behaviour(
                        Volatility.STABLE, Parallel.RESTRICTED, true, true, true, 2.5, 100, "s.p"),
                List.of("search_path=a, b", "work_mem=8MB"),
                List.of("s.handle"),
                FACTS);
    }

    private static Function function(Reading<Body> body) {
        return new Function(
                new QualifiedName("s", "f()"),
                Form.FUNCTION,
                List.of(),
                "void",
                "c",
                body,
                new Behaviour(
                        Volatility.VOLATILE, Parallel.UNSAFE, false, false, false, 1, 0, null),
                List.of(),
                List.of(),
                FACTS);
    }
}
