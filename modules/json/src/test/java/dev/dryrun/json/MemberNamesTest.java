package dev.dryrun.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dryrun.model.Document;
import dev.dryrun.model.Function;
import dev.dryrun.model.Table;
import dev.dryrun.model.TableActivity;
import dev.dryrun.model.TableStatistics;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class MemberNamesTest {

    private static final MemberNames NAMES = MemberNames.of("name", "\"odd\" é", "kind", "also");

    private static final List<String> LISTS =
            List.of("columns", "constraints", "indexes", "keys", "arguments");

    @Test
    void membersThatWereExpectedAreThereInTheOrderTheyCameIn() {
        JsonObject object =
                JsonObject.builder(NAMES).put("name", "n").put("kind", 1).put("also", true).build();

        assertThat(object.members().keySet()).containsExactly("name", "kind", "also");
        assertThat(object.members()).hasSize(3);
        assertThat(object.get("kind")).isEqualTo(JsonNumber.of(1));
        assertThat(object.get("\"odd\" é")).isNull();
        assertThat(object.get("none of them")).isNull();
    }

    @Test
    void theCanonicalFormIsTheOneOfAnObjectWithNamesOfItsOwn() {
        assertSame(List.of("name", "\"odd\" é", "kind", "also"));
        assertSame(List.of("also"));
        assertSame(List.of());
    }

    @Test
    void anotherNameOrAnotherOrderIsKept() {
        assertSame(List.of("kind", "name", "also"));
        assertSame(List.of("name", "new", "kind"));
        assertSame(List.of("new"));
        assertSame(List.of("name", "kind", "a", "b", "c", "d", "e", "f", "g", "also"));
    }

    @Test
    void anEqualStringThatIsNotTheSameIsTheSameName() {
        JsonObject object = JsonObject.builder(NAMES).put(new String("name"), "n").build();

        assertThat(object.get("name")).isEqualTo(new JsonString("n"));
        assertThat(object.get(new String("name"))).isEqualTo(new JsonString("n"));
    }

    @Test
    void aMemberGivenTwiceIsRefused() {
        JsonObject.Builder builder = JsonObject.builder(NAMES).put("name", "n").put("kind", 1);

        assertThatThrownBy(() -> builder.put("name", "again"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MemberNames.of("name", "name"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /// They are the same without, but a capture would take longer.
    @ParameterizedTest
    @MethodSource
    void documentsThatThereAreManyOfHaveTheNamesThatWereExpected(Document document) {
        assertShared(DocumentJson.toJson(document));
    }

    static Stream<Document> documentsThatThereAreManyOfHaveTheNamesThatWereExpected() {
        return Stream.concat(DocumentJsonTest.documents(), KindJsonTest.documents())
                .filter(document ->
                        document instanceof Table
                                || document instanceof TableStatistics
                                || document instanceof TableActivity
                                || document instanceof Function);
    }

    private static void assertShared(JsonObject object) {
        assertThat(object.members())
                .isInstanceOfSatisfying(
                        Members.class, members -> assertThat(members.shared()).isNotNull());
        for (String list : LISTS) {
            if (object.get(list) instanceof JsonArray(List<JsonValue> elements)) {
                elements.stream()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonObject.class::cast)
                        .forEach(MemberNamesTest::assertShared);
            }
        }
    }

    private static void assertSame(List<String> names) {
        JsonObject.Builder own = JsonObject.builder();
        JsonObject.Builder expected = JsonObject.builder(NAMES);
        for (String name : names) {
            own.put(name, name.length());
            expected.put(name, name.length());
        }
        JsonObject object = expected.build();
        JsonObject same = own.build();
        assertThat(object).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(object.members().keySet()).containsExactlyElementsOf(names);
        assertThat(Json.canonical(object)).isEqualTo(Json.canonical(same));
        assertThat(Json.compact(object)).isEqualTo(Json.compact(same));
    }
}
