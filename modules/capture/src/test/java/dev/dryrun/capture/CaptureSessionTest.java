package dev.dryrun.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.model.Column;
import dev.dryrun.model.ColumnAttributes;
import dev.dryrun.model.ColumnStatistics;
import dev.dryrun.model.Constraint;
import dev.dryrun.model.ConstraintKind;
import dev.dryrun.model.EnumType;
import dev.dryrun.model.Index;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.PartitionOf;
import dev.dryrun.model.Partitioning;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Reading;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.SequenceParameters;
import dev.dryrun.model.Table;
import dev.dryrun.model.TableActivity;
import dev.dryrun.model.TableStatistics;
import dev.dryrun.model.View;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CaptureSessionTest {

    private static final Reading<String> NONE = Reading.absent(Reading.Reason.NONE_KEPT);

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void theServerSaysWhoItIs(PostgresVersion version) {
        CapturedShop shop = CapturedShop.of(version);

        assertThat(shop.server().major()).isEqualTo(version.major());
        assertThat(shop.server().version()).startsWith(version.major() + ".");
        assertThat(shop.server().database()).isEqualTo("shop_of_capture");
        assertThat(shop.server().standby()).isFalse();
        String identifier =
                PostgresServer.shared(version)
                        .query("postgres", "SELECT system_identifier FROM pg_control_system()")
                        .getFirst()
                        .getFirst();
        assertThat(shop.server().systemIdentifier()).isEqualTo(Reading.measured(identifier));
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void everythingIsThereAndNothingElse(PostgresVersion version) {
        CapturedShop shop = CapturedShop.of(version);

        Set<String> expected =
                PostgresServer.shared(version)
                        .query(
                                "shop_of_capture",
                                """
                                SELECT CASE relkind WHEN 'v' THEN 'view'
                                                    WHEN 'm' THEN 'materialized_view'
                                                    WHEN 'S' THEN 'sequence'
                                                    ELSE 'table' END
                                       || ' ' || relnamespace::regnamespace || '.' || relname
                                FROM pg_class
                                WHERE relkind IN ('r', 'p', 'v', 'm', 'S') AND oid >= 16384
                                  AND NOT EXISTS (SELECT FROM pg_depend d
                                                  WHERE d.objid = pg_class.oid AND relkind = 'S'
                                                    AND d.deptype = 'i'
                                                    AND d.classid = 'pg_class'::regclass
                                                    AND d.refclassid = 'pg_class'::regclass)
                                UNION ALL
                                SELECT CASE typtype WHEN 'e' THEN 'enum ' ELSE 'domain ' END
                                       || typnamespace::regnamespace || '.' || typname
                                FROM pg_type WHERE typtype IN ('e', 'd') AND oid >= 16384
                                UNION ALL
                                SELECT 'function ' || pronamespace::regnamespace || '.' || proname
                                       || '(' || oidvectortypes(proargtypes) || ')'
                                FROM pg_proc WHERE oid >= 16384
                                UNION ALL
                                SELECT 'schema ' || nspname FROM pg_namespace
                                WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
                                UNION ALL
                                VALUES ('extension plpgsql'), ('language plpgsql')
                                """)
                        .stream()
                        .map(List::getFirst)
                        .collect(Collectors.toSet());
        assertThat(
                        shop.schema().keySet().stream()
                                .map(ref -> ref.kind().word() + " " + ref.name().display()))
                .containsExactlyInAnyOrderElementsOf(expected)
                .hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void columnsKeepTypeDefaultIdentityAndComment(PostgresVersion version) {
        CapturedShop shop = CapturedShop.of(version);

        Table customer = shop.table("public", "customer");
        assertThat(customer.comment()).isEqualTo("People who have an account");
        assertThat(customer.column("id"))
                .contains(
                        new Column(
                                "id",
                                "bigint",
                                false,
                                NONE,
                                new Column.Identity(
                                        true,
                                        new Column.IdentitySequence(
                                                new QualifiedName("public", "customer_id_seq"),
                                                SequenceParameters.defaults("bigint", 1),
                                                false,
                                                null,
                                                null)),
                                null,
                                ColumnAttributes.NONE,
                                null));
        assertThat(customer.column("email").orElseThrow())
                .returns("public.email_address", Column::type)
                .returns("Unique whatever its case", Column::comment);
        assertThat(customer.column("interests").orElseThrow().defaultExpression())
                .isEqualTo(Reading.measured("'{}'::text[]"));
        assertThat(customer.column("phone").orElseThrow().nullable()).isTrue();
        assertThat(shop.table("public", "product").column("margin").orElseThrow().generated())
                .isEqualTo(new Column.Generated(Reading.measured("(price - cost)"), true));
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void constraintsAndIndexesKeepWhatTheyCover(PostgresVersion version) {
        CapturedShop shop = CapturedShop.of(version);

        Constraint referred =
                constraint(shop.table("public", "customer"), "customer_referred_by_fkey");
        assertThat(referred)
                .isEqualTo(
                        new Constraint(
                                "customer_referred_by_fkey",
                                ConstraintKind.FOREIGN_KEY,
                                List.of("referred_by"),
                                new Constraint.Reference(
                                        new QualifiedName("public", "customer"),
                                        List.of("id"),
                                        false,
                                        Constraint.Action.NO_ACTION,
                                        Constraint.Action.NO_ACTION,
                                        List.of()),
                                NONE,
                                Constraint.Timing.NOT_DEFERRABLE,
                                true,
                                true,
                                false,
                                false,
                                true,
                                0,
                                null));
        Index email = index(shop.table("public", "customer"), "customer_email_key");
        assertThat(email.keys()).hasSize(1);
        assertThat(email.keys().getFirst().isExpression()).isTrue();
        assertThat(email.keys().getFirst().text()).startsWith("lower(");
        assertThat(email.unique()).isTrue();
        Index covering = index(shop.table("public", "product"), "product_category_id_idx");
        assertThat(covering.keys()).containsExactly(Index.Key.of("category_id"));
        assertThat(covering.include()).containsExactly("name", "price");
        assertThat(index(shop.table("public", "product"), "product_on_sale_idx").predicate())
                .isEqualTo(Reading.measured("(discontinued_at IS NULL)"));
        assertThat(index(shop.table("public", "product"), "product_pkey").constraint())
                .isEqualTo("product_pkey");
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void partitionsKnowTheirParentAndTheirBound(PostgresVersion version) {
        CapturedShop shop = CapturedShop.of(version);

        Table orders = shop.table("public", "orders");
        assertThat(orders.partitioning())
                .isEqualTo(
                        new Partitioning(
                                Partitioning.Strategy.RANGE, Reading.measured("placed_at")));
        assertThat(orders.isPartition()).isFalse();
        Table rest = shop.table("public", "orders_default");
        assertThat(rest.partitionOf())
                .isEqualTo(
                        new PartitionOf(
                                new QualifiedName("public", "orders"),
                                Reading.measured("DEFAULT")));
        assertThat(shop.table("public", "orders_2025_q1").partitionOf())
                .satisfies(place ->
                        assertThat(known(place.bound()))
                                .startsWith("FOR VALUES FROM ('2025-01-01"));
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void viewsAndEnumsKeepTheirContent(PostgresVersion version) {
        CapturedShop shop = CapturedShop.of(version);

        EnumType status = shop.object(ObjectKind.ENUM, "public", "order_status", EnumType.class);
        assertThat(status.labels())
                .containsExactly("new", "paid", "packed", "shipped", "returned", "cancelled");
        View stock = shop.object(ObjectKind.VIEW, "warehouse", "low_stock", View.class);
        assertThat(known(stock.definition())).startsWith("SELECT").doesNotEndWith(";");
        assertThat(stock.columns()).isNotEmpty();
        ObjectRef revenue =
                CapturedShop.ref(ObjectKind.MATERIALIZED_VIEW, "public", "monthly_revenue");
        assertThat(shop.schema()).containsKey(revenue);
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void statisticsAreThoseOfTheServer(PostgresVersion version) {
        CapturedShop shop = CapturedShop.of(version);

        TableStatistics customer = shop.statistics("public", "customer");
        assertThat(customer.reltuples()).isEqualTo(Reading.estimated(5000.0));
        assertThat(customer.tableSizeBytes().known().orElseThrow()).isPositive();
        assertThat(customer.totalSizeBytes().known().orElseThrow())
                .isGreaterThan(customer.tableSizeBytes().known().orElseThrow());
        ColumnStatistics country = column(customer, "country_code").orElseThrow();
        assertThat(country.mostCommonValues().known().orElseThrow()).startsWith("{C0");
        assertThat(column(customer, "preferences").orElseThrow().type()).isEqualTo("jsonb");
        assertThat(column(customer, "email").orElseThrow().type()).isEqualTo("text");
        assertThat(column(customer, "interests").orElseThrow())
                .returns("text", ColumnStatistics::type)
                .satisfies(interests ->
                        assertThat(interests.mostCommonElements().known())
                                .hasValueSatisfying(
                                        elements -> assertThat(elements).contains("garden")));
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void countersArePresentAndUnknownOnesAreNotZero(PostgresVersion version) {
        CapturedShop shop = CapturedShop.of(version);

        TableActivity customer = shop.counters("public", "customer");
        assertThat(customer.tupIns().known()).isPresent();
        assertThat(customer.lastAnalyzeAt().known()).isPresent();
        assertThat(shop.counters("warehouse", "no_index").idxScan())
                .isEqualTo(Reading.absent(Reading.Reason.NONE_KEPT));
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void hostileNamesComeThroughUnchanged(PostgresVersion version) {
        PostgresServer server = PostgresServer.shared(version);
        String database = server.freshDatabase();
        server.execute(
                database,
                """
                CREATE SCHEMA "a.b";
                CREATE TABLE "a.b"."Sel""ect\n'x" ("col\\umn" int, "😀" text, "%s" int PRIMARY KEY);
                COMMENT ON TABLE "a.b"."Sel""ect\n'x" IS E'line\\n\\x1b[31mred';
                """);

        try (CaptureSession session =
                CaptureSession.open(
                        ConnectionUri.parse(server.url(database, "postgres"), Map.of()),
                        new SessionGuards(
                                SessionGuards.DEFAULT.statementTimeout(),
                                SessionGuards.DEFAULT.lockTimeout(),
                                SessionGuards.DEFAULT.idleInTransactionTimeout(),
                                true))) {
            List<SchemaObject> found = new ArrayList<>();
            session.readSchema(found::add);

            assertThat(found)
                    .filteredOn(Table.class::isInstance)
                    .singleElement()
                    .satisfies(object -> {
                        Table table = (Table) object;
                        assertThat(table.name())
                                .isEqualTo(new QualifiedName("a.b", "Sel\"ect\n'x"));
                        assertThat(table.columns())
                                .extracting(Column::name)
                                .containsExactly("col\\umn", "😀", "%s");
                        assertThat(table.comment()).isEqualTo("line\n\u001b[31mred");
                    });
            assertThat(found).extracting(SchemaObject::name).contains(new QualifiedName("", "a.b"));
        }
    }

    private static String known(Reading<String> text) {
        return text.known().orElseThrow();
    }

    private static Constraint constraint(Table table, String name) {
        return table.constraints().stream()
                .filter(constraint -> constraint.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Index index(Table table, String name) {
        return table.indexes().stream()
                .filter(index -> index.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<ColumnStatistics> column(TableStatistics statistics, String name) {
        return statistics.columns().stream()
                .filter(column -> column.column().equals(name))
                .findFirst();
    }
}
