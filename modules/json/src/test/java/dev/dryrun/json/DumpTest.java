package dev.dryrun.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.Reading;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.ServerInfo;
import java.io.StringWriter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DumpTest {

    private static final ServerInfo SERVER =
            new ServerInfo(140018, "14.18", "shop", Reading.measured("7"), false);
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void whatIsWrittenReadsBackEqualAndStandsOnLinesOfItsOwn() throws MalformedJsonException {
        List<SchemaObject> objects = objects();

        String text = dump(objects);

        assertThat(Dump.read(text)).isEqualTo(new Dump(SERVER, NOON, objects));
        assertThat(text.lines().filter(line -> line.startsWith("{\"document\"")))
                .hasSameSizeAs(objects);
        assertThat(Dump.read(dump(List.of())).objects()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]|an object was expected",
                "{}|not what dump-schema writes",
                "{\"dryrun_dump\":2}|of form 2",
                "{\"dryrun_dump\":1}|is missing",
                "{\"dryrun_dump\":1,|not JSON at line 1"
            })
    void whatIsNoDumpSaysWhy(String text, String why) {
        assertThatThrownBy(() -> Dump.read(text))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageContaining(why);
    }

    @Test
    void anObjectThatCannotBeReadOrIsThereTwiceIsNamedByItsNumber() {
        List<SchemaObject> objects = objects();
        String twice = dump(List.of(objects.getFirst(), objects.getFirst()));
        String statistics =
                dump(List.of()).replace("[\n", "[{\"document\":\"table_activity\",\"name\":\"t\"}");

        assertThatThrownBy(() -> Dump.read(twice)).hasMessage("object 2 is there twice");
        assertThatThrownBy(() -> Dump.read(statistics)).hasMessage("object 1 is no definition");
        assertThatThrownBy(
                        () -> Dump.read(dump(objects).replaceFirst("\"owner\":\"o", "\"own\":\"o")))
                .hasMessageStartingWith("object 1: \"owner\" is missing");
    }

    private static List<SchemaObject> objects() {
        Map<ObjectRef, SchemaObject> objects = new LinkedHashMap<>();
        DocumentJsonTest.documents()
                .filter(SchemaObject.class::isInstance)
                .map(SchemaObject.class::cast)
                .forEach(object -> objects.putIfAbsent(object.about(), object));
        return List.copyOf(objects.values());
    }

    private static String dump(List<SchemaObject> objects) {
        StringWriter text = new StringWriter();
        try (DumpWriter writer = new DumpWriter(text, SERVER, NOON)) {
            objects.forEach(writer::add);
        }
        return text.toString();
    }
}
