package dev.dryrun.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An object's members behave as a map that keeps its order, however many they are.
class JsonObjectTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 6, 7, 32, 33, 34, 1_000})
    void membersAreFoundAndKeepTheirOrder(int count) {
        SequencedMap<String, JsonValue> expected = expected(count);
        JsonObject object = built(count);

        assertThat(object.members()).isEqualTo(expected).hasSize(count);
        assertThat(object.members().keySet()).containsExactlyElementsOf(expected.keySet());
        assertThat(object.members().values()).containsExactlyElementsOf(expected.values());
        assertThat(object.members().reversed().keySet())
                .containsExactlyElementsOf(expected.reversed().keySet());
        expected.forEach((name, value) -> assertThat(object.get(name)).isEqualTo(value));
        assertThat(object.get("n" + count)).isNull();
        assertThat(object.members().containsKey("n" + count)).isFalse();
        assertThat(object)
                .isEqualTo(new JsonObject(expected))
                .hasSameHashCodeAs(new JsonObject(expected));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 32, 33, 1_000})
    void aNameIsTakenOnce(int count) {
        JsonObject.Builder builder = builder(count);

        for (String taken : new String[] {"n0", "n" + (count - 1)}) {
            assertThatThrownBy(() -> builder.put(taken, true))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("member given twice: " + taken);
        }
        assertThat(builder.build().members()).isEqualTo(expected(count));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 40})
    void nobodyChangesWhatIsBuilt(int count) {
        JsonObject object = built(count);
        Map.Entry<String, JsonValue> first = object.members().firstEntry();

        assertThatThrownBy(() -> object.members().put("new", new JsonBoolean(true)))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> object.members().remove("n0"))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> first.setValue(new JsonBoolean(true)))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(object.members()).isEqualTo(expected(count));
    }

    private static JsonObject built(int count) {
        return builder(count).build();
    }

    private static JsonObject.Builder builder(int count) {
        JsonObject.Builder builder = JsonObject.builder();
        expected(count).forEach(builder::put);
        return builder;
    }

    private static SequencedMap<String, JsonValue> expected(int count) {
        SequencedMap<String, JsonValue> expected = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            expected.put("n" + i, JsonNumber.of(i));
        }
        return expected;
    }
}
