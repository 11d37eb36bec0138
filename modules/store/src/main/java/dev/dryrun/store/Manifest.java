package dev.dryrun.store;

import dev.dryrun.history.BoundSnapshot;
import dev.dryrun.json.AppliedMaskingJson;
import dev.dryrun.json.ContentHash;
import dev.dryrun.json.Json;
import dev.dryrun.json.JsonNumber;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonString;
import dev.dryrun.json.JsonValue;
import dev.dryrun.json.MalformedJsonException;
import dev.dryrun.json.ServerJson;
import dev.dryrun.json.UnknownContentException;
import dev.dryrun.model.AppliedMasking;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.Stream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/// What a store says of one snapshot: a small JSON file, written after all that it needs.
///
/// Two who push the same snapshot write the same bytes.
///
/// @param snapshot what `history.db` says of it, under the key it has in the store
record Manifest(BoundSnapshot snapshot) {

    /// The version that is written, and the newest that is read.
    static final long FORMAT = 1;

    /// Many times what the largest has.
    static final int BYTES_MAX = 64 * 1024;

    private static final String FORMAT_MEMBER = "dryrun_snapshot";
    private static final String SCHEMA_MEMBER = "schema_root";
    private static final String MASKING_MEMBER = "masking";
    private static final int OBJECTS_MAX = 500_000;
    private static final int VERSION_MIN = 140_000;
    private static final int VERSION_MAX = 1_000_000;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private static final Set<String> MEMBERS =
            Set.of(
                    FORMAT_MEMBER,
                    "project",
                    "database",
                    "stream",
                    "taken_at",
                    "root",
                    SCHEMA_MEMBER,
                    "objects",
                    "masked_columns",
                    "server",
                    MASKING_MEMBER);

    /// {@return the manifest of a snapshot}
    ///
    /// @param local as the file has it
    /// @param remote the key it has in the store
    static Manifest of(BoundSnapshot local, SnapshotKey remote) {
        return new Manifest(under(local, remote));
    }

    /// {@return the snapshot as a file is to have it}
    ///
    /// @param local the key it has there
    BoundSnapshot as(SnapshotKey local) {
        return under(snapshot, local);
    }

    SnapshotInfo info() {
        return snapshot.info();
    }

    ContentHash root() {
        return new ContentHash(snapshot.info().hash());
    }

    /// {@return its canonical bytes}
    byte[] bytes() {
        SnapshotInfo info = snapshot.info();
        JsonObject.Builder out =
                JsonObject.builder()
                        .put(FORMAT_MEMBER, FORMAT)
                        .put("project", info.key().projectId())
                        .put("database", info.key().databaseId())
                        .put("stream", info.stream().word())
                        .put("taken_at", info.takenAt().toString())
                        .put("root", info.hash())
                        .put(SCHEMA_MEMBER, snapshot.schemaHash())
                        .put("objects", info.objectCount())
                        .put("masked_columns", info.maskedColumns())
                        .put("server", ServerJson.toJson(info.server()));
        AppliedMasking masking = info.masking();
        if (masking != null) {
            out.put(MASKING_MEMBER, AppliedMaskingJson.toJson(masking));
        }
        return Json.canonical(out.build());
    }

    /// {@return the manifest that these bytes are}
    ///
    /// @param bytes held to their hash already
    /// @throws MalformedJsonException when they are none
    /// @throws UnknownContentException when a newer DryRun wrote them
    static Manifest read(byte[] bytes) throws MalformedJsonException, UnknownContentException {
        if (!(Json.parse(new String(bytes, StandardCharsets.UTF_8)) instanceof JsonObject in)) {
            throw new MalformedJsonException("it is no object");
        }
        long format = whole(in, FORMAT_MEMBER);
        if (format > FORMAT) {
            throw new UnknownContentException(
                    "it has format " + format + ", this DryRun reads up to " + FORMAT);
        }
        if (format < 1) {
            throw new MalformedJsonException("there is no format " + format);
        }
        for (Map.Entry<String, JsonValue> member : in.members().entrySet()) {
            if (!MEMBERS.contains(member.getKey())) {
                throw new MalformedJsonException("it has a member that no snapshot has");
            }
        }
        try {
            Manifest read = new Manifest(snapshot(in));
            if (!Arrays.equals(read.bytes(), bytes)) {
                throw new MalformedJsonException("it is not in its canonical form");
            }
            return read;
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new MalformedJsonException("it contradicts itself");
        }
    }

    private static BoundSnapshot snapshot(JsonObject in) throws MalformedJsonException {
        JsonValue masking = in.get(MASKING_MEMBER);
        JsonValue server = in.get("server");
        if (server == null) {
            throw new MalformedJsonException("\"server\" is missing");
        }
        SnapshotInfo info =
                new SnapshotInfo(
                        new SnapshotKey(text(in, "project"), text(in, "database")),
                        Stream.ofWord(text(in, "stream"))
                                .orElseThrow(
                                        () -> new MalformedJsonException("\"stream\" is unknown")),
                        hash(text(in, "root")),
                        Instant.parse(text(in, "taken_at")),
                        ServerJson.fromJson(server),
                        Math.toIntExact(whole(in, "masked_columns")),
                        Math.toIntExact(whole(in, "objects")),
                        masking == null ? null : AppliedMaskingJson.fromJson(masking));
        boolean sane =
                info.objectCount() >= 0
                        && info.objectCount() <= OBJECTS_MAX
                        && info.maskedColumns() >= 0
                        && info.server().versionNum() >= VERSION_MIN
                        && info.server().versionNum() < VERSION_MAX
                        && !info.takenAt().isBefore(EARLIEST)
                        && info.takenAt().isBefore(LATEST)
                        && info.takenAt().equals(info.takenAt().truncatedTo(ChronoUnit.MICROS));
        if (!sane) {
            throw new MalformedJsonException("a number or a time is out of its range");
        }
        String schema = in.get(SCHEMA_MEMBER) == null ? null : hash(text(in, SCHEMA_MEMBER));
        return new BoundSnapshot(info, schema);
    }

    private static BoundSnapshot under(BoundSnapshot snapshot, SnapshotKey key) {
        SnapshotInfo info = snapshot.info();
        return new BoundSnapshot(
                new SnapshotInfo(
                        key,
                        info.stream(),
                        info.hash(),
                        info.takenAt(),
                        info.server(),
                        info.maskedColumns(),
                        info.objectCount(),
                        info.masking()),
                snapshot.schemaHash());
    }

    private static String hash(String hex) throws MalformedJsonException {
        return ContentHash.ofHex(hex)
                .orElseThrow(() -> new MalformedJsonException("a hash is none"))
                .hex();
    }

    private static String text(JsonObject in, String name) throws MalformedJsonException {
        if (in.get(name) instanceof JsonString(String text)) {
            return text;
        }
        throw new MalformedJsonException("\"" + name + "\" must be a string");
    }

    private static long whole(JsonObject in, String name) throws MalformedJsonException {
        if (in.get(name) instanceof JsonNumber number) {
            try {
                return number.longValue();
            } catch (ArithmeticException e) {
                throw new MalformedJsonException("\"" + name + "\" must be a whole number");
            }
        }
        throw new MalformedJsonException("\"" + name + "\" must be a whole number");
    }
}
