package dev.dryrun.json;

import dev.dryrun.model.Column;
import dev.dryrun.model.Column.Generated;
import dev.dryrun.model.Column.Identity;
import dev.dryrun.model.Column.IdentitySequence;
import dev.dryrun.model.ColumnAttributes;
import dev.dryrun.model.View.ViewColumn;
import org.jspecify.annotations.Nullable;

/// Columns of tables and views as JSON. What is absent, false or at its default is left out.
final class ColumnJson {

    private static final MemberNames NAMES =
            MemberNames.of(
                    "name",
                    "type",
                    "not_null",
                    "default",
                    "identity",
                    "identity_sequence",
                    "generated",
                    "collation",
                    "storage",
                    "compression",
                    "statistics_target",
                    "options",
                    "foreign_options",
                    "not_local",
                    "parents",
                    "grants",
                    "comment");

    private ColumnJson() {}

    static JsonObject toJson(Column column) {
        JsonObject.Builder out =
                JsonObject.builder(NAMES).put("name", column.name()).put("type", column.type());
        if (!column.nullable()) {
            out.put("not_null", true);
        }
        ReadingJson.putText(out, "default", column.defaultExpression());
        putIdentity(out, column.identity());
        Generated generated = column.generated();
        if (generated != null) {
            JsonObject.Builder how = JsonObject.builder();
            ReadingJson.putText(how, "expression", generated.expression());
            if (generated.stored()) {
                how.put("stored", true);
            }
            out.put("generated", how.build());
        }
        putAttributes(out, column.attributes());
        return out.put("comment", column.comment()).build();
    }

    static Column read(Fields in) throws MalformedJsonException {
        return new Column(
                in.text("name"),
                in.text("type"),
                !in.flag("not_null"),
                ReadingJson.readText(in, "default"),
                readIdentity(in),
                in.nested(
                        "generated",
                        how ->
                                new Generated(
                                        ReadingJson.readText(how, "expression"),
                                        how.flag("stored"))),
                readAttributes(in),
                in.textOrNull("comment"));
    }

    static JsonObject toJson(ViewColumn column) {
        JsonObject.Builder out =
                JsonObject.builder(NAMES).put("name", column.name()).put("type", column.type());
        ReadingJson.putText(out, "default", column.defaultExpression());
        putAttributes(out, column.attributes());
        return out.put("comment", column.comment()).build();
    }

    static ViewColumn readViewColumn(Fields in) throws MalformedJsonException {
        return new ViewColumn(
                in.text("name"),
                in.text("type"),
                ReadingJson.readText(in, "default"),
                readAttributes(in),
                in.textOrNull("comment"));
    }

    private static void putIdentity(JsonObject.Builder out, @Nullable Identity identity) {
        if (identity != null) {
            out.put("identity", identity.always() ? "always" : "by_default");
            IdentitySequence sequence = identity.sequence();
            if (sequence != null) {
                out.put("identity_sequence", SequenceJson.identity(sequence));
            }
        }
    }

    private static @Nullable Identity readIdentity(Fields in) throws MalformedJsonException {
        String word = in.textOrNull("identity");
        if (word == null) {
            return null;
        }
        boolean always =
                switch (word) {
                    case "always" -> true;
                    case "by_default" -> false;
                    default -> throw Fields.wrong("identity", "always or by_default");
                };
        return new Identity(always, in.nested("identity_sequence", SequenceJson::readIdentity));
    }

    private static void putAttributes(JsonObject.Builder out, ColumnAttributes attributes) {
        NameJson.put(out, "collation", attributes.collation());
        ColumnAttributes.Storage storage = attributes.storage();
        out.put("storage", storage == null ? null : storage.word());
        out.put("compression", attributes.compression());
        Integer target = attributes.statisticsTarget();
        if (target != null) {
            out.put("statistics_target", target.longValue());
        }
        OptionsJson.put(out, "options", attributes.options());
        OptionsJson.putReadings(out, "foreign_options", attributes.foreignOptions());
        if (!attributes.local()) {
            out.put("not_local", true);
        }
        if (attributes.parents() != 0) {
            out.put("parents", attributes.parents());
        }
        if (!attributes.grants().isEmpty()) {
            FactsJson.putGrants(out, attributes.grants());
        }
    }

    private static ColumnAttributes readAttributes(Fields in) throws MalformedJsonException {
        return new ColumnAttributes(
                in.nested("collation", NameJson::read),
                in.object().get("storage") == null
                        ? null
                        : in.word("storage", ColumnAttributes.Storage::ofWord),
                in.textOrNull("compression"),
                in.wholeOrNull("statistics_target"),
                OptionsJson.read(in, "options"),
                OptionsJson.readReadings(in, "foreign_options"),
                !in.flag("not_local"),
                (int) in.wholeOr("parents", 0),
                in.list("grants", FactsJson::readGrant));
    }
}
