package dev.dryrun.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.Reading;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.ServerInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DumpTest {

    private static final ServerInfo SERVER =
            new ServerInfo(140018, "14.18", "shop", Reading.measured("7"), false);
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsWrittenReadsBackEqual(boolean pretty) throws MalformedJsonException, IOException {
        List<SchemaObject> objects = objects();
        List<SchemaObject> read = new ArrayList<>();

        Dump dump = DumpReader.read(in(dump(objects, pretty)), read::add);

        assertThat(read).isEqualTo(objects);
        assertThat(dump.server()).isEqualTo(SERVER);
        assertThat(dump.takenAt()).isEqualTo(NOON);
        assertThat(dump.source()).isEqualTo("staging");
        assertThat(dump.objectCount()).isEqualTo(objects.size());
        assertThat(read(dump(List.of(), pretty)).objectCount()).isZero();
    }

    @Test
    void anObjectStandsOnALineOfItsOwnUnlessItIsSpreadForPeople() {
        List<SchemaObject> objects = objects();

        assertThat(dump(objects, false).lines().filter(line -> line.startsWith("{\"document\"")))
                .hasSameSizeAs(objects);
        assertThat(dump(objects, true)).contains("\n  \"document\": \"table\",\n");
    }

    @Test
    void theHashIsThatOfASnapshotWhateverTheOrder() throws MalformedJsonException, IOException {
        List<SchemaObject> objects = objects();
        Map<ObjectRef, ContentHash> hashes = new LinkedHashMap<>();
        objects.forEach(it -> hashes.put(it.about(), ContentHash.of(DocumentJson.toJson(it))));

        assertThat(read(dump(objects, false)).schemaHash())
                .isEqualTo(HashTree.of("schema", hashes).root())
                .isEqualTo(read(dump(objects.reversed(), true)).schemaHash());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|it is empty",
                "[]|not what dump-schema writes",
                "{}|not what dump-schema writes",
                "{\"a\":1}|not what dump-schema writes",
                "{\"format_version\":3}|the schema of another DryRun (it has \"format_version\")",
                "{\"dryrun_dump\":2}|it is a dump of form 2, and this DryRun reads 1",
                "{\"dryrun_dump\":\"1\"}|\"dryrun_dump\" must be a whole number",
                "{\"dryrun_dump\":1}|\"server\" is missing",
                "{\"dryrun_dump\":1,\"dryrun_dump\":1}|it has \"dryrun_dump\" twice",
                "{\"dryrun_dump\":1,\"taken_at\":\"noon\"}|\"taken_at\" must be a time",
                "{\"dryrun_dump\":1,\"objects\":{}}|\"objects\" must be an array",
                "{\"dryrun_dump\":1,\"objects\":[1]}|object 1: an object was expected",
                "{\"dryrun_dump\":1,\"more\":1}|a member that no dump of form 1 has",
                "{\"dryrun_dump\":1,\"source\":7}|\"source\" must be a string",
                "{\"dryrun_dump\":1,|not JSON at line 1",
                "hello|not JSON at line 1",
            })
    void whatIsNoDumpSaysWhy(String text, String why) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageContaining(why);
    }

    @Test
    void anObjectThatCannotBeTakenIsNamedByItsNumber() {
        List<SchemaObject> objects = objects();
        String whole = dump(objects, false);
        String one = whole.lines().filter(line -> line.startsWith("{\"doc")).findFirst().get();
        String empty = dump(List.of(), false);
        String deep = "[".repeat(100_000) + "]".repeat(100_000);

        refused(empty.replace("[\n", "[\n" + one + one), "object 2: it is there twice");
        refused(
                empty.replace("[\n", "[{\"document\":\"table_activity\",\"name\":\"t\"}"),
                "object 1: it is no definition");
        refused(
                whole.replaceFirst("\"owner\":\"o", "\"own\":\"o"),
                "object 1: \"owner\" is missing");
        refused(
                empty.replace("[\n", "[{\"document\":" + deep + "}"),
                "object 1: nested deeper than 1000 levels");
        refused(
                whole.replaceFirst("\"name\":\"", "\"name\":\"\\\\u0000"),
                "object 1: it has a text that no database can hold");
        refused(
                whole.replaceFirst("\"name\":\"", "\"name\":\"\\\\ud800"),
                "object 1: it has a text that no database can hold");
    }

    @Test
    void whatWasAlteredOrCutShortIsRefused() {
        String whole = dump(objects(), false);

        refused(
                whole.replaceFirst("\"owner\":\"", "\"owner\":\"an"),
                "its objects have not the hash that it names: it was altered");
        refused(whole + "{}", "something follows the dump");
        assertThatThrownBy(() -> read("{")).hasMessageEndingWith("close marker for Object");
        refused(whole.replace("140018", "130018"), "\"version_num\" must be that of PostgreSQL 14");
        for (int length = 1; length < whole.length() - 2; length += 97) {
            String part = whole.substring(0, length);
            assertThatThrownBy(() -> read(part)).isInstanceOf(MalformedJsonException.class);
        }
    }

    /// The hash is behind the objects: whatever stands in them, it is our exception that comes.
    @Test
    void nothingThatCanStandInADumpBreaksTheReader() throws IOException {
        String whole = dump(objects(), false);
        String[] pieces = {
            "null", "{}", "[]", "\"x\"", "-1", "1e999999999", "99999999999999999999", "true", "0.5"
        };
        Random random = new Random(20260101);
        List<Integer> values = new ArrayList<>();
        for (int at = whole.indexOf(':'); at >= 0; at = whole.indexOf(':', at + 1)) {
            values.add(at + 1);
        }
        int refused = 0;
        for (int round = 0; round < 3_000; round++) {
            int at = values.get(random.nextInt(values.size()));
            int end = at;
            while (",}]".indexOf(whole.charAt(end)) < 0) {
                end++;
            }
            String altered =
                    whole.substring(0, at)
                            + pieces[random.nextInt(pieces.length)]
                            + whole.substring(end);
            try {
                read(altered);
            } catch (MalformedJsonException e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(2_500);
    }

    private static void refused(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageStartingWith(message);
    }

    private static Dump read(String text) throws MalformedJsonException, IOException {
        return DumpReader.read(in(text), _ -> {});
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<SchemaObject> objects() {
        Map<ObjectRef, SchemaObject> objects = new LinkedHashMap<>();
        DocumentJsonTest.documents()
                .filter(SchemaObject.class::isInstance)
                .map(SchemaObject.class::cast)
                .forEach(object -> objects.putIfAbsent(object.about(), object));
        return List.copyOf(objects.values());
    }

    private static String dump(List<SchemaObject> objects, boolean pretty) {
        StringWriter text = new StringWriter();
        DumpWriter writer = new DumpWriter(text, pretty, SERVER, NOON, "staging");
        objects.forEach(writer::add);
        writer.end();
        return text.toString();
    }
}
