package dev.dryrun.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dryrun.model.ConfigException;
import dev.dryrun.model.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PolicyReaderTest {

    private static final String POLICY =
            """
            version: 1
            databases:
              shop:
                columns:
                  customers.email: { expr: "md5(email)", tags: [pii, contact] }
                  public.orders.note:
                    tags: [free_text]
                    strategy: 'null'
                  orders.total: { strategy: { name: bucket, width: 100 } }
                  bare.column:
              audit: { columns: {} }
            policies:
              strict: { include_tags: [pii, free_text] }
              contact: { include_tags: [contact] }
              stale: { include_tags: [contact, gone] }
            tool_of_others: { anything: [1, { a: b }] }
            """;

    @Test
    void everyListedColumnCountsWithoutAPolicy() {
        List<PolicyColumn> columns = read(POLICY, "shop").columns();

        assertThat(columns)
                .extracting(PolicyColumn::key)
                .containsExactly(
                        "customers.email", "public.orders.note", "orders.total", "bare.column");
        assertThat(columns)
                .extracting(PolicyColumn::schema)
                .containsExactly(null, "public", null, null);
        assertThat(columns)
                .extracting(column -> column.strategy().name())
                .containsExactly("null", "null", "bucket", "null");
        assertThat(columns.getFirst().tags()).containsExactly("contact", "pii");
        assertThat(columns.get(2).strategy().options()).containsEntry("width", "100").hasSize(1);
        assertThat(columns.get(2).line()).isEqualTo(9);
        assertThat(columns.get(2).lineColumn()).isEqualTo(7);
    }

    @Test
    void aPolicyChoosesByTag() {
        assertThat(read(POLICY, "shop", "strict").columns())
                .extracting(PolicyColumn::key)
                .containsExactly("customers.email", "public.orders.note");
        assertThat(read(POLICY, "shop", "contact").columns()).hasSize(1);
        assertThat(read(POLICY, "shop", "contact", "strict").columns()).hasSize(2);
    }

    @Test
    void aTagThatNoColumnCarriesIsAWarning() {
        assertThat(read(POLICY, "shop", "stale").warnings())
                .containsExactly("no column carries the tag \"gone\"");
        assertThat(read(POLICY, "shop", "strict").warnings()).isEmpty();
    }

    @Test
    void anEmptyBlockHidesNothing() {
        assertThat(read(POLICY, "audit").columns()).isEmpty();
    }

    @Test
    void aMissingBlockNamesThoseThatAreThere() {
        assertThatThrownBy(() -> read(POLICY, "shopp"))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        e -> {
                            assertThat(e.code()).isEqualTo(ErrorCode.POLICY_INVALID);
                            assertThat(e).hasMessageContaining("policy.yml:2:1");
                            assertThat(e).hasMessageContaining("\"shopp\"");
                            assertThat(e.hint()).contains("shop, audit");
                        });
    }

    @Test
    void anUnknownPolicyNamesThoseThatAreThere() {
        assertThatThrownBy(() -> read(POLICY, "shop", "lax"))
                .isInstanceOfSatisfying(
                        ConfigException.class,
                        e -> assertThat(e.hint()).contains("strict, contact, stale"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    'version: 2\\ndatabases: {shop: {columns: {}}}'          | 1:10: | version 2
                    'databases: {shop: {columns: {}}}' | 1:1: | "version" is missing
                    'version: 1\\ndatabses: {shop: {columns: {}}}'           | 1:1:  | "databses"
                    'version: 1\\ndatabases: {shop: {colums: {}}}'           | 2:19: | "colums"
                    'version: 1\\ndatabases: {shop: {columns: [a.b]}}'       | 2:29: | must be a map
                    'version: 1\\ndatabases: {shop: {columns: {a: {}}}}'     | 2:30: | table.column
                    'version: 1\\ndatabases: {shop: {columns: {a.b.c.d: }}}' | 2:30: | table.column
                    'version: 1\\ndatabases: {shop: {columns: {a..b: {}}}}'  | 2:30: | table.column
                    'version: 1\\ndatabases: {shop: {columns: {a.b: {tags: x}}}}' | 2:42: | a list
                    'version: 1\\nversion: 1\\ndatabases: {}'                | 2:1:  | twice
                    'version: 1\\ndatabases: {shop: {columns: {a.b: , a.b: }}}' | 2:37: | twice
                    'version: 1\\ndatabases: {shop: [1'                      | 2:    | not YAML
                    'version: 1\\ndatabases: *nowhere'                       | 2:12: | *nowhere
                    'version: 1\\ndatabases: &a {shop: *a}'                  | 2:22: | *a
                    '{a: b}: c'                                              | 1:1:  | a key must
                    'version: 1\\n---\\nversion: 1' | 3:1: | second document
                    """)
    void whatIsWrongIsSaidWithItsPlace(String text, String place, String problem) {
        assertThatThrownBy(() -> read(text.replace("\\n", "\n"), "shop"))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("policy.yml:" + place)
                .hasMessageContaining(problem)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- "})
    void aTextThatNestsWithoutEndIsAnError(String nesting) {
        String text = "version: 1\nx: \n  " + nesting.repeat(100_000);

        assertThatThrownBy(() -> read(text, "shop"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("nested deeper");
    }

    @Test
    void aliasesThatMultiplyCostNothing() {
        StringBuilder text = new StringBuilder("version: 1\nlaugh0: &l0 [x, x]\n");
        for (int i = 1; i < 60; i++) {
            text.append("laugh%d: &l%d [*l%d, *l%d]\n".formatted(i, i, i - 1, i - 1));
            text.append("mirth%d: &m%d [*l%d, *l%d]\n".formatted(i, i, i - 1, i - 1));
        }
        text.append("both: { one: *l59, two: *m59, three: [*l59, *m59], four: [*m59, *l59] }\n");
        text.append("databases: {shop: {columns: {a.b: {tags: *l59}}}}\n");

        assertThatThrownBy(() -> read(text.toString(), "shop"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("a word is wanted");
    }

    @Test
    void whatTheSameIsSaidOfManyColumnsIsReadOnceAndOtherwiseAgain() {
        String text =
                """
                version: 1
                databases:
                  shop:
                    columns:
                      a.b: { tags: [pii] }
                      a.c: { tags: [pii] }
                      a.d: { tags: [other] }
                      a.e: { tags: [other, pii] }
                      a.f: { tags: [other], more: x }
                      a.g: ~
                      a.h: { tags: [pii] }
                """;

        assertThat(read(text, "shop").columns())
                .extracting(PolicyColumn::tags)
                .containsExactly(
                        List.of("pii"),
                        List.of("pii"),
                        List.of("other"),
                        List.of("other", "pii"),
                        List.of("other"),
                        List.of(),
                        List.of("pii"));
        assertThat(read(text, "shop").columns())
                .extracting(PolicyColumn::line)
                .containsExactly(5, 6, 7, 8, 9, 10, 11);
    }

    @Test
    void anHonestAliasIsFollowed() {
        String text =
                """
                version: 1
                common: &common { tags: [pii] }
                databases: { shop: { columns: { a.b: *common, c.d: *common } } }
                """;

        assertThat(read(text, "shop").columns())
                .extracting(PolicyColumn::tags)
                .containsExactly(List.of("pii"), List.of("pii"));
    }

    @Test
    void aNameWithADotIsWrittenInQuotes() {
        String text =
                """
                version: 1
                databases:
                  shop:
                    columns:
                      '"odd.schema"."the ""table\""".column': {}
                """;

        PolicyColumn column = read(text, "shop").columns().getFirst();
        assertThat(column.schema()).isEqualTo("odd.schema");
        assertThat(column.table()).isEqualTo("the \"table\"");
        assertThat(column.column()).isEqualTo("column");
    }

    @Test
    void aPolicyOfAHundredThousandColumnsIsReadWhole() {
        String text =
                IntStream.range(0, 100_000)
                        .mapToObj(i -> "      t_" + i + ".c_" + i + ": { tags: [pii] }")
                        .collect(
                                Collectors.joining(
                                        "\n",
                                        "version: 1\ndatabases:\n  shop:\n    columns:\n",
                                        "\n"));

        assertThat(read(text, "shop").columns()).hasSize(100_000);
    }

    @Test
    void nothingParsesOnOnceAPolicyIsRefused() throws InterruptedException {
        String text =
                IntStream.range(0, 100_000)
                        .mapToObj(i -> "t_" + i + ".c: { tags: [pii] }")
                        .collect(Collectors.joining("\n", "version: 1\nversion: 1\n", "\n"));

        assertThatThrownBy(() -> read(text, "shop")).hasMessageContaining("is there twice");
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("policy")) {
                assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
            }
        }
    }

    @Test
    void aFileThatIsNotThereOrNotUtf8IsSaid(@TempDir Path folder) throws Exception {
        Path latin = Files.write(folder.resolve("latin.yml"), new byte[] {(byte) 0xe9, 0x3a});

        assertThatThrownBy(() -> MaskingPolicy.read(folder.resolve("no"), "no", "shop", List.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("is not there");
        assertThatThrownBy(() -> MaskingPolicy.read(latin, "latin", "shop", List.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("not UTF-8");
        assertThatThrownBy(() -> MaskingPolicy.read(folder, "folder", "shop", List.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("cannot be read");
    }

    private static MaskingPolicy read(String text, String databaseId, String... policies) {
        return new PolicyReader(new PolicyErrors("policy.yml"), Strategies.load())
                .read(text, databaseId, List.of(policies));
    }
}
