package dev.dryrun.json;

import dev.dryrun.model.Column.IdentitySequence;
import dev.dryrun.model.Sequence;
import dev.dryrun.model.Sequence.OwnedBy;
import dev.dryrun.model.SequenceParameters;

/// A [Sequence], and one behind an identity column, as JSON. A parameter at the default of its type
/// is left out.
final class SequenceJson {

    private SequenceJson() {}

    static void put(JsonObject.Builder out, Sequence sequence) {
        NameJson.put(out, sequence.name());
        putParameters(out, sequence.parameters());
        if (sequence.unlogged()) {
            out.put("unlogged", true);
        }
        OwnedBy ownedBy = sequence.ownedBy();
        if (ownedBy != null) {
            JsonObject.Builder column = JsonObject.builder();
            NameJson.put(column, ownedBy.table());
            out.put("owned_by", column.put("column", ownedBy.column()).build());
        }
        FactsJson.put(out, sequence.facts());
    }

    static Sequence read(Fields in) throws MalformedJsonException {
        return new Sequence(
                NameJson.read(in),
                readParameters(in),
                in.flag("unlogged"),
                in.nested(
                        "owned_by",
                        column -> new OwnedBy(NameJson.read(column), column.text("column"))),
                FactsJson.read(in));
    }

    static JsonObject identity(IdentitySequence sequence) {
        JsonObject.Builder out = JsonObject.builder();
        NameJson.put(out, sequence.name());
        putParameters(out, sequence.parameters());
        if (sequence.unlogged()) {
            out.put("unlogged", true);
        }
        FactsJson.putGrants(out, sequence.grants());
        return out.put("comment", sequence.comment()).build();
    }

    static IdentitySequence readIdentity(Fields in) throws MalformedJsonException {
        return new IdentitySequence(
                NameJson.read(in),
                readParameters(in),
                in.flag("unlogged"),
                FactsJson.readGrants(in),
                in.textOrNull("comment"));
    }

    private static void putParameters(JsonObject.Builder out, SequenceParameters parameters) {
        SequenceParameters defaults =
                SequenceParameters.defaults(parameters.type(), parameters.increment());
        out.put("type", parameters.type());
        putUnless(out, "increment", parameters.increment(), 1);
        putUnless(out, "min", parameters.min(), defaults.min());
        putUnless(out, "max", parameters.max(), defaults.max());
        putUnless(out, "start", parameters.start(), defaults.start());
        putUnless(out, "cache", parameters.cache(), defaults.cache());
        if (parameters.cycle()) {
            out.put("cycle", true);
        }
    }

    private static void putUnless(JsonObject.Builder out, String name, long value, long missing) {
        if (value != missing) {
            out.put(name, value);
        }
    }

    private static SequenceParameters readParameters(Fields in) throws MalformedJsonException {
        long increment = in.wholeOr("increment", 1);
        SequenceParameters defaults = SequenceParameters.defaults(in.text("type"), increment);
        return new SequenceParameters(
                defaults.type(),
                in.wholeOr("start", defaults.start()),
                increment,
                in.wholeOr("min", defaults.min()),
                in.wholeOr("max", defaults.max()),
                in.wholeOr("cache", defaults.cache()),
                in.flag("cycle"));
    }
}
