package dev.dryrun.masking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.model.ColumnName;
import dev.dryrun.model.QualifiedName;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ColumnMapTest {

    private static final QualifiedName CUSTOMERS = new QualifiedName("public", "customers");
    private static final QualifiedName PART = new QualifiedName("parts", "customers_1");
    private static final QualifiedName LOGINS = new QualifiedName("public", "logins");
    private static final QualifiedName ACTIVE = new QualifiedName("public", "active");
    private static final QualifiedName REPORT = new QualifiedName("public", "report");
    private static final QualifiedName OTHER = new QualifiedName("other", "customers");

    private final ColumnMap map = new ColumnMap();

    @BeforeEach
    void aSmallShop() {
        for (QualifiedName relation : List.of(CUSTOMERS, PART, OTHER)) {
            map.column(new ColumnName(relation, "email"), "text");
            map.column(new ColumnName(relation, "id"), "bigint");
        }
        map.column(new ColumnName(LOGINS, "address"), "public.address");
        map.column(new ColumnName(LOGINS, "at"), "timestamp with time zone");
        map.column(new ColumnName(ACTIVE, "who"), "text");
        map.column(new ColumnName(ACTIVE, "number"), "bigint");
        map.column(new ColumnName(REPORT, "line"), "text");
        map.flows(new ColumnName(CUSTOMERS, "email"), new ColumnName(PART, "email"));
        map.flows(new ColumnName(CUSTOMERS, "email"), new ColumnName(LOGINS, "address"));
        map.reads(ACTIVE, new ColumnName(CUSTOMERS, "email"));
        map.reads(ACTIVE, new ColumnName(CUSTOMERS, "id"));
        map.reads(REPORT, new ColumnName(ACTIVE, "who"));
        map.type(new QualifiedName("public", "address"), List.of("public.line[]"));
        map.type(new QualifiedName("public", "line"), List.of("text"));
        map.type(new QualifiedName("public", "mood"), List.of());
        map.lists(new QualifiedName("public", "mood"));
        map.serves(new QualifiedName("public", "checked"), CUSTOMERS);
        map.serves(new QualifiedName("public", "spelt"), new QualifiedName("public", "line"));
        map.serves(new QualifiedName("public", "elsewhere"), OTHER);
        map.divides(new ColumnName(CUSTOMERS, "email"));
    }

    @Test
    void aHiddenColumnIsHiddenInItsCopies() {
        HiddenColumns hidden = hidden("public.customers.email: {}");

        assertThat(hidden.of(CUSTOMERS)).containsExactly("email");
        assertThat(hidden.of(PART)).containsExactly("email");
        assertThat(hidden.of(LOGINS)).containsExactly("address");
        assertThat(hidden.of(ACTIVE)).containsExactly("number", "who");
        assertThat(hidden.of(REPORT)).containsExactly("line");
        assertThat(hidden.of(OTHER)).isEmpty();
        assertThat(hidden.divide(CUSTOMERS)).isTrue();
        assertThat(hidden.divide(PART)).isFalse();
        assertThat(hidden.haveType(new QualifiedName("public", "address"))).isTrue();
        assertThat(hidden.haveType(new QualifiedName("public", "line"))).isTrue();
        assertThat(hidden.haveType(new QualifiedName("public", "unused"))).isFalse();
        assertThat(hidden.reach(new QualifiedName("public", "checked(text)"))).isTrue();
        assertThat(hidden.reach(new QualifiedName("public", "spelt(text, text)"))).isTrue();
        assertThat(hidden.reach(new QualifiedName("public", "elsewhere(text)"))).isFalse();
        assertThat(hidden.warnings()).isEmpty();
    }

    @Test
    void aTypeThatListsItsValuesIsHiddenInEveryColumn() {
        map.column(new ColumnName(LOGINS, "mood"), "public.mood");
        map.column(new ColumnName(OTHER, "moods"), "public.mood[]");

        HiddenColumns hidden = hidden("logins.mood: {}");

        assertThat(hidden.of(OTHER)).containsExactly("moods");
        assertThat(hidden.haveType(new QualifiedName("public", "mood"))).isTrue();
        assertThat(hidden("logins.at: {}").of(OTHER)).isEmpty();
    }

    @Test
    void aTextIsAboutWhatItNames() {
        HiddenColumns hidden = hidden("public.customers.email: {}");

        assertThat(hidden.mayBeAbout("UPDATE Customers SET x = 1")).isTrue();
        assertThat(hidden.mayBeAbout("SELECT \"email\"")).isTrue();
        assertThat(hidden.mayBeAbout("EXECUTE 'SELECT * FROM active'")).isTrue();
        assertThat(hidden.mayBeAbout("DECLARE a public.line")).isTrue();
        assertThat(hidden.mayBeAbout("SELECT U&\"d\\0061t\"")).isTrue();
        assertThat(hidden.mayBeAbout("SELECT number, emails FROM mycustomers")).isFalse();
        assertThat(HiddenColumns.NONE.mayBeAbout("SELECT email FROM customers")).isFalse();
    }

    @Test
    void aTableWithoutASchemaIsMeantInEverySchema() {
        assertThat(hidden("customers.email: {}").of(OTHER)).containsExactly("email");
    }

    @Test
    void aViewsColumnMeansWhatIsBehindIt() {
        HiddenColumns hidden = hidden("report.line: {}");

        assertThat(hidden.of(CUSTOMERS)).containsExactly("email", "id");
        assertThat(hidden.of(PART)).containsExactly("email");
    }

    @Test
    void whatThePolicySaysOfAColumnStandsAboveWhatReachesIt() {
        HiddenColumns hidden =
                hidden("logins.address: { strategy: broken }", "public.customers.email: {}");

        assertThat(hidden.find(new ColumnName(LOGINS, "address")))
                .hasValueSatisfying(said -> assertThat(said.strategy().name()).isEqualTo("broken"));
    }

    @Test
    void aKeyThatNamesNoColumnIsAWarningWithTheNearest() {
        assertThat(hidden("public.customers.emial: {}").warnings())
                .containsExactly(
                        "policy.yml:5:7: no column is called public.customers.emial; nearest is"
                                + " public.customers.email");
        assertThat(hidden("customer.email: {}").warnings())
                .singleElement()
                .asString()
                .endsWith("nearest is customers.email");
        assertThat(hidden("xyz.abc: {}").warnings())
                .singleElement()
                .asString()
                .endsWith("no column is called xyz.abc");
    }

    private static final Strategies STRATEGIES =
            Strategies.of(
                    List.of(
                            new Strategies.Given(
                                    "test", new StrategyTest.Broken("not", List::copyOf))));

    private HiddenColumns hidden(String... columns) {
        StringBuilder policy = new StringBuilder("version: 1\ndatabases:\n  shop:\n    columns:\n");
        for (String column : columns) {
            policy.append("      ").append(column).append('\n');
        }
        return map.hidden(
                new PolicyReader(new PolicyErrors("policy.yml"), STRATEGIES)
                        .read(policy.toString(), "shop", List.of()));
    }
}
