package dev.dryrun.json;

import dev.dryrun.model.ObjectIdentities;
import dev.dryrun.model.ObjectIdentity;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import java.util.ArrayList;
import java.util.List;

/// [ObjectIdentities] as JSON. The objects are one text, of JSON again: an array of OID, kind,
/// schema, name and, where columns were dropped, their numbers. As a long text it is compressed
/// where it is stored: of ten thousand tables, names and OIDs would be much.
final class ObjectIdentitiesJson {

    private static final int PLACES = 4;

    private ObjectIdentitiesJson() {}

    static void put(JsonObject.Builder out, ObjectIdentities identities) {
        out.put("name", Long.toString(identities.range()))
                .put("timeline", JsonNumber.of(identities.timeline()))
                .put(
                        "objects",
                        Json.canonicalText(
                                JsonArray.of(identities.objects(), ObjectIdentitiesJson::toJson)));
    }

    private static JsonValue toJson(ObjectIdentity one) {
        List<JsonValue> places = new ArrayList<>();
        places.add(JsonNumber.of(one.oid()));
        places.add(new JsonString(one.object().kind().word()));
        places.add(new JsonString(one.object().name().schema()));
        places.add(new JsonString(one.object().name().name()));
        if (!one.droppedColumns().isEmpty()) {
            places.add(JsonArray.of(one.droppedColumns(), number -> JsonNumber.of(number)));
        }
        return new JsonArray(places);
    }

    static ObjectIdentities read(Fields in) throws MalformedJsonException {
        List<ObjectIdentity> objects = new ArrayList<>();
        if (!(Json.parse(in.text("objects")) instanceof JsonArray(List<JsonValue> elements))) {
            throw malformed();
        }
        try {
            for (JsonValue element : elements) {
                objects.add(identity(element));
            }
        } catch (ArithmeticException e) {
            throw malformed();
        }
        return new ObjectIdentities(range(in.text("name")), in.whole("timeline"), objects);
    }

    private static long range(String name) throws MalformedJsonException {
        try {
            return Long.parseLong(name);
        } catch (NumberFormatException e) {
            throw malformed();
        }
    }

    private static ObjectIdentity identity(JsonValue element) throws MalformedJsonException {
        if (element instanceof JsonArray(List<JsonValue> places)
                && places.size() >= PLACES
                && places.get(0) instanceof JsonNumber oid
                && places.get(1) instanceof JsonString(String word)
                && places.get(2) instanceof JsonString(String schema)
                && places.get(3) instanceof JsonString(String name)) {
            ObjectKind kind = ObjectKind.ofWord(word).orElseThrow(ObjectIdentitiesJson::malformed);
            List<Integer> dropped = new ArrayList<>();
            if (places.size() > PLACES && places.get(PLACES) instanceof JsonArray numbers) {
                for (JsonValue number : numbers.elements()) {
                    dropped.add(number(number));
                }
            }
            return new ObjectIdentity(
                    oid.longValue(), new ObjectRef(kind, new QualifiedName(schema, name)), dropped);
        }
        throw malformed();
    }

    private static int number(JsonValue value) throws MalformedJsonException {
        if (value instanceof JsonNumber number) {
            return Math.toIntExact(number.longValue());
        }
        throw malformed();
    }

    private static MalformedJsonException malformed() {
        return new MalformedJsonException("\"objects\" must be identities");
    }
}
