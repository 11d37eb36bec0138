package dev.dryrun.json;

import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ServerFact;

/// A [ServerFact] as JSON: its properties as arrays of strings.
final class ServerFactJson {

    private ServerFactJson() {}

    static void put(JsonObject.Builder out, ServerFact fact) {
        out.put("kind", fact.kind().word()).put("name", fact.name());
        PropertiesJson.put(out, fact.properties());
    }

    static ServerFact read(Fields in) throws MalformedJsonException {
        return new ServerFact(
                in.word("kind", ObjectKind::ofWord), in.text("name"), PropertiesJson.read(in));
    }
}
