package dev.dryrun.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.luben.zstd.Zstd;
import dev.dryrun.history.BoundSnapshot;
import dev.dryrun.json.ContentHash;
import dev.dryrun.json.Json;
import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonNumber;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonString;
import dev.dryrun.json.JsonValue;
import dev.dryrun.json.MalformedJsonException;
import dev.dryrun.json.TreeJson;
import dev.dryrun.json.UnknownContentException;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.SharingException;
import dev.dryrun.model.SnapshotInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is in a store is somebody else's word: nothing is written before it was held to its hash.
final class DamagedStoreTest {

    @TempDir private Path folder;

    @BeforeEach
    void push() {
        Shop.take(folder.resolve("here.db"), 1, 6);
        Places.push(folder.resolve("here.db"), share());
        Shop.take(there(), Shop.KEY, 7, 2);
    }

    @Test
    void aBlobThatIsCutShortIsRefused() throws IOException {
        Path blob = document();
        byte[] whole = Files.readAllBytes(blob);
        Files.write(blob, Arrays.copyOf(whole, whole.length - 4));

        demandRefused(ErrorCode.STORE_CORRUPT, "is cut short or altered");
    }

    @Test
    void aBlobWithAnotherContentIsRefused() throws IOException {
        Files.write(document(), Blob.pack("{}".getBytes(StandardCharsets.UTF_8)));

        demandRefused(ErrorCode.STORE_CORRUPT, "has other content than its name says");
    }

    @Test
    void everyBlobIsNeededAndOneThatIsMissingIsNamed() throws IOException {
        Path blob = document();
        Files.delete(blob);

        demandRefused(ErrorCode.STORE_CORRUPT, blob.getFileName() + " is missing");
    }

    /// 3 kB that would become 96 MB.
    @Test
    void aBombIsRefusedWithoutItsMemory() throws IOException {
        Files.write(document(), Zstd.compress(new byte[96 << 20]));

        demandRefused(ErrorCode.STORE_CORRUPT, "claims 100663296 bytes");
    }

    @Test
    void whatIsNoFrameOrDoesNotSayItsLengthIsRefused() throws IOException {
        for (byte[] content :
                List.of(new byte[0], new byte[] {1, 2, 3}, "{}".getBytes(StandardCharsets.UTF_8))) {
            Files.write(document(), content);

            demandRefused(ErrorCode.STORE_CORRUPT, "is no zstd frame that says its length");
        }
    }

    /// One that tells the truth of its first frame and has a second behind it.
    @Test
    void aSecondFrameIsRefused() throws IOException {
        Path blob = document();
        byte[] whole = Files.readAllBytes(blob);
        byte[] twice = Arrays.copyOf(whole, whole.length * 2);
        System.arraycopy(whole, 0, twice, whole.length, whole.length);
        Files.write(blob, twice);

        demandRefused(ErrorCode.STORE_CORRUPT, "is cut short or altered");
    }

    @Test
    void anAlteredManifestIsRefused() throws IOException {
        Path manifest = manifest();
        String altered = Files.readString(manifest).replace("\"objects\":6", "\"objects\":5");
        Files.writeString(manifest, altered);

        demandRefused(ErrorCode.STORE_CORRUPT, "has other content than its name says");
    }

    @Test
    void aManifestUnderAnotherSnapshotsNameIsRefused() throws IOException {
        Path manifest = manifest();
        Files.move(
                manifest,
                manifest.resolveSibling(
                        manifest.getFileName().toString().replaceFirst("^2026", "2025")));

        demandRefused(ErrorCode.STORE_CORRUPT, "is another snapshot's than its name says");
    }

    @Test
    void aNewerManifestIsToldFromADamagedOne() throws IOException {
        replace(text -> text.replace("\"dryrun_snapshot\":1", "\"dryrun_snapshot\":2"));

        demandRefused(ErrorCode.STORE_TOO_NEW, "it has format 2, this DryRun reads up to 1");
    }

    @Test
    void anAbsurdManifestIsRefused() throws IOException {
        for (List<String> change :
                List.of(
                        List.of("\"objects\":6", "\"objects\":600000000"),
                        List.of("\"objects\":6", "\"objects\":99999999999999999999"),
                        List.of("\"objects\":6", "\"objects\":-1"),
                        List.of("\"version_num\":180006", "\"version_num\":1"),
                        List.of("\"stream\":\"schema\"", "\"stream\":\"schemas\""),
                        List.of("{", "{ "),
                        List.of("\"objects\":6", "\"objects\":6,\"evil\":1"),
                        List.of("\"project\"", "\"projet\""))) {
            replace(text ->
                    text.replaceFirst(
                            Pattern.quote(change.getFirst()),
                            Matcher.quoteReplacement(change.getLast())));

            demandRefused(ErrorCode.STORE_CORRUPT, "is not what it should be");
            tearDownManifest();
        }
    }

    /// A tree that says it holds a table, and has another's document in its place.
    @Test
    void aNodeThatLeadsToAnotherDocumentIsRefused() throws IOException {
        crafted(node -> {
            JsonValue about = firstObject(node).elements().getFirst();
            return holdingOnly(node, about, new JsonString(otherDocument()));
        });

        demandRefused(ErrorCode.STORE_CORRUPT, "is about something else than its node says");
    }

    @Test
    void aNodeInTheWrongPlaceIsRefused() throws IOException {
        crafted(node -> with(node, "bucket", JsonNumber.of(63)));

        demandRefused(ErrorCode.STORE_CORRUPT, "is not the root of what hangs under it");
    }

    @Test
    void aKindOfObjectThatIsNotKnownYetIsOfANewerVersion() throws IOException {
        crafted(node -> {
            JsonValue hash = firstObject(node).elements().getLast();
            return holdingOnly(node, JsonArray.ofStrings(List.of("hologram", "public", "x")), hash);
        });

        demandRefused(ErrorCode.STORE_TOO_NEW, "a kind of object");
    }

    private static JsonArray firstObject(JsonObject node) {
        JsonArray objects = (JsonArray) Objects.requireNonNull(node.get("objects"));
        return (JsonArray) objects.elements().getFirst();
    }

    private static JsonObject holdingOnly(JsonObject node, JsonValue about, JsonValue hash) {
        JsonArray object = new JsonArray(List.of(about, hash));
        return with(node, "objects", new JsonArray(List.of(object)));
    }

    /// Neither followed nor read: a link to a secret, a pipe that never ends.
    @Test
    void aLinkInThePlaceOfABlobIsNotFollowed() throws IOException {
        Path blob = document();
        Path moved = folder.resolve("elsewhere");
        Files.move(blob, moved);
        Files.createSymbolicLink(blob, moved);

        demandRefused(ErrorCode.STORE_CORRUPT, "is no plain file");
    }

    /// Replaces the tree of one-document nodes by one whose last node is another.
    private void crafted(UnaryOperator<JsonObject> change) throws IOException {
        Path manifest = manifest();
        Manifest old = read(manifest);
        TreeJson.Root root;
        JsonObject node;
        try (SharedStore store = Places.open(share())) {
            root = TreeJson.root(store.json(old.root()));
            node = (JsonObject) store.json(root.nodes().getLast());
            JsonObject made = change.apply(node);
            store.put(ContentHash.of(made), Json.canonical(made));
            TreeJson.Root madeRoot =
                    new TreeJson.Root(
                            root.stream(),
                            Stream.concat(
                                            root.nodes().stream().limit(root.nodes().size() - 1L),
                                            Stream.of(ContentHash.of(made)))
                                    .toList());
            JsonObject json = TreeJson.toJson(madeRoot);
            store.put(ContentHash.of(json), Json.canonical(json));
            Files.delete(manifest);
            SnapshotInfo info = old.info();
            store.put(
                    new Manifest(
                            new BoundSnapshot(
                                    new SnapshotInfo(
                                            info.key(),
                                            info.stream(),
                                            ContentHash.of(json).hex(),
                                            info.takenAt(),
                                            info.server(),
                                            info.maskedColumns(),
                                            info.objectCount(),
                                            info.masking()),
                                    null)));
        } catch (MalformedJsonException e) {
            throw new IllegalStateException(e);
        }
    }

    private String otherDocument() {
        try {
            return document().getFileName().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject with(JsonObject object, String name, JsonValue value) {
        JsonObject.Builder out = JsonObject.builder();
        object.members()
                .forEach((member, old) -> out.put(member, member.equals(name) ? value : old));
        return out.build();
    }

    private static Manifest read(Path manifest) throws IOException {
        try {
            return Manifest.read(Files.readAllBytes(manifest));
        } catch (MalformedJsonException | UnknownContentException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Writes another schema manifest under the name that its bytes have.
    private void replace(UnaryOperator<String> change) throws IOException {
        Path manifest = manifest();
        byte[] bytes = change.apply(Files.readString(manifest)).getBytes(StandardCharsets.UTF_8);
        String name = manifest.getFileName().toString();
        String digest = ContentHash.of(bytes).hex().substring(0, 32);
        Files.move(manifest, folder.resolve("kept"));
        Files.write(manifest.resolveSibling(name.substring(0, name.length() - 32) + digest), bytes);
    }

    private void tearDownManifest() throws IOException {
        Files.delete(manifest());
        Files.deleteIfExists(folder.resolve("kept"));
        Places.push(folder.resolve("here.db"), share());
    }

    /// Of the pull nothing stays, not even what was sound; verifying names the same.
    private void demandRefused(ErrorCode code, String words) throws IOException {
        List<String> before = Places.all(there(), Shop.KEY);

        SharingException error =
                catchThrowableOfType(
                        SharingException.class, () -> Places.pull(share(), there(), Selection.ALL));

        assertThat(error).as(words).isNotNull();
        assertThat(error.code()).as(error.what()).isEqualTo(code);
        assertThat(error.what()).contains(words).doesNotContain("\n");
        assertThat(Places.all(there(), Shop.KEY)).isEqualTo(before);
        assertThat(there().resolveSibling("there.db-pull")).doesNotExist();
        Path fresh = folder.resolve("fresh");
        assertThatThrownBy(() -> Places.pull(share(), fresh.resolve("new.db"), Selection.ALL))
                .isInstanceOf(SharingException.class)
                .hasMessage(error.getMessage());
        assertThat(fresh).as("what a refused pull leaves").doesNotExist();
        assertThat(Places.verify(share()).problems()).anyMatch(problem -> problem.contains(words));
    }

    private Path manifest() throws IOException {
        try (Stream<Path> files = Files.walk(share().resolve("snapshots"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains("/schema/"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /// {@return a blob that is a document of the schema}
    private Path document() throws IOException {
        try (Stream<Path> files = Files.walk(share().resolve("objects"))) {
            return files.filter(Files::isRegularFile)
                    .filter(DamagedStoreTest::isTable)
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static boolean isTable(Path file) {
        try {
            ContentHash hash = new ContentHash(file.getFileName().toString());
            byte[] raw = Blob.unpack(Files.readAllBytes(file), hash);
            return new String(raw, StandardCharsets.UTF_8).contains("\"document\":\"table\"");
        } catch (Blob.DamagedException e) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path there() {
        return folder.resolve("there.db");
    }

    private Path share() {
        return folder.resolve("share");
    }
}
