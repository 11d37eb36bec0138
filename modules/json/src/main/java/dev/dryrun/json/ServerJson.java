package dev.dryrun.json;

import dev.dryrun.model.ServerInfo;

/// [ServerInfo] as JSON: what a snapshot says of the server it was taken from.
public final class ServerJson {

    private ServerJson() {}

    /// {@return the server as JSON}
    ///
    /// @param server any server
    public static JsonObject toJson(ServerInfo server) {
        JsonObject.Builder out =
                JsonObject.builder()
                        .put("version_num", server.versionNum())
                        .put("version", server.version())
                        .put("database", server.database());
        ReadingJson.put(out, "system_identifier", server.systemIdentifier(), JsonString::new);
        out.put("standby", server.standby());
        ReadingJson.put(out, "next_xid", server.nextXid(), JsonNumber::of);
        ReadingJson.put(out, "next_mxid", server.nextMxid(), JsonNumber::of);
        return out.build();
    }

    /// {@return the server that the JSON describes}
    ///
    /// @param json as [#toJson] makes it
    /// @throws MalformedJsonException when it describes none
    public static ServerInfo fromJson(JsonValue json) throws MalformedJsonException {
        Fields in = Fields.of(json);
        return new ServerInfo(
                (int) in.whole("version_num"),
                in.text("version"),
                in.text("database"),
                ReadingJson.read(in, "system_identifier", ReadingJson::text),
                in.flag("standby"),
                ReadingJson.read(in, "next_xid", ReadingJson::whole),
                ReadingJson.read(in, "next_mxid", ReadingJson::whole));
    }
}
