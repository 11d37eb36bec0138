package dev.dryrun.json;

import dev.dryrun.model.CompositeType;
import dev.dryrun.model.Domain;
import dev.dryrun.model.EnumType;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.RangeType;

/// The user's types as JSON: [EnumType], [Domain], [CompositeType], [RangeType].
final class TypeJson {

    private TypeJson() {}

    static void put(JsonObject.Builder out, EnumType type) {
        NameJson.put(out, type.name());
        out.put("labels", JsonArray.ofStrings(type.labels()));
        FactsJson.put(out, type.facts());
    }

    static EnumType readEnum(Fields in) throws MalformedJsonException {
        return new EnumType(NameJson.read(in), in.texts("labels"), FactsJson.read(in));
    }

    static void put(JsonObject.Builder out, Domain domain) {
        NameJson.put(out, domain.name());
        out.put("base_type", domain.baseType());
        Domain.NotNull notNull = domain.notNull();
        if (notNull != null) {
            out.put(
                    "not_null",
                    JsonObject.builder()
                            .put("constraint", notNull.constraint())
                            .put("comment", notNull.comment())
                            .build());
        }
        out.put("default", domain.defaultExpression()).put("collation", domain.collation());
        if (!domain.checks().isEmpty()) {
            out.put("checks", JsonArray.of(domain.checks(), TypeJson::check));
        }
        FactsJson.put(out, domain.facts());
    }

    static Domain readDomain(Fields in) throws MalformedJsonException {
        return new Domain(
                NameJson.read(in),
                in.text("base_type"),
                in.nested(
                        "not_null",
                        inner ->
                                new Domain.NotNull(
                                        inner.textOrNull("constraint"),
                                        inner.textOrNull("comment"))),
                in.textOrNull("default"),
                in.textOrNull("collation"),
                in.list(
                        "checks",
                        inner ->
                                new Domain.Check(
                                        inner.text("name"),
                                        inner.text("expression"),
                                        !inner.flag("not_valid"),
                                        inner.textOrNull("comment"))),
                FactsJson.read(in));
    }

    static void put(JsonObject.Builder out, CompositeType type) {
        NameJson.put(out, type.name());
        out.put("attributes", JsonArray.of(type.attributes(), TypeJson::attribute));
        FactsJson.put(out, type.facts());
    }

    static CompositeType readComposite(Fields in) throws MalformedJsonException {
        return new CompositeType(
                NameJson.read(in),
                in.list(
                        "attributes",
                        inner ->
                                new CompositeType.Attribute(
                                        inner.text("name"),
                                        inner.text("type"),
                                        inner.textOrNull("collation"),
                                        inner.textOrNull("comment"))),
                FactsJson.read(in));
    }

    static void put(JsonObject.Builder out, RangeType range) {
        NameJson.put(out, range.name());
        JsonObject.Builder multirange = JsonObject.builder();
        NameJson.put(multirange, range.multirange());
        out.put("subtype", range.subtype())
                .put("subtype_opclass", range.subtypeOperatorClass())
                .put("collation", range.collation())
                .put("canonical", range.canonical())
                .put("subtype_diff", range.subtypeDiff())
                .put("multirange", multirange.build());
        FactsJson.put(out, range.facts());
    }

    static RangeType readRange(Fields in) throws MalformedJsonException {
        QualifiedName multirange = in.nested("multirange", NameJson::read);
        if (multirange == null) {
            throw Fields.wrong("multirange", "an object");
        }
        return new RangeType(
                NameJson.read(in),
                in.text("subtype"),
                in.text("subtype_opclass"),
                in.textOrNull("collation"),
                in.textOrNull("canonical"),
                in.textOrNull("subtype_diff"),
                multirange,
                FactsJson.read(in));
    }

    private static JsonObject check(Domain.Check check) {
        JsonObject.Builder out =
                JsonObject.builder()
                        .put("name", check.name())
                        .put("expression", check.expression());
        if (!check.validated()) {
            out.put("not_valid", true);
        }
        return out.put("comment", check.comment()).build();
    }

    private static JsonObject attribute(CompositeType.Attribute attribute) {
        return JsonObject.builder()
                .put("name", attribute.name())
                .put("type", attribute.type())
                .put("collation", attribute.collation())
                .put("comment", attribute.comment())
                .build();
    }
}
