package dev.dryrun.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.catalog.FindRequest;
import dev.dryrun.catalog.FoundObject;
import dev.dryrun.catalog.FoundObjects;
import dev.dryrun.catalog.Resolution;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.HistoryException;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.Table;
import dev.dryrun.testkit.PostgresVersion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The catalog over a real capture; it lives here because the capture does.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CatalogTest {

    private final CapturedDatabase shop = CapturedDatabase.ofDemo(PostgresVersion.V18);
    private final Catalog catalog = shop.open();

    @AfterAll
    void close() {
        catalog.close();
        shop.close();
    }

    @Test
    void tablesComeInOrderAndPartitionsAmongThem() {
        List<Table> tables = new ArrayList<>();
        catalog.forEachTable(tables::add);

        assertThat(tables).extracting(Table::name).isSorted().hasSizeGreaterThan(13);
        assertThat(tables).filteredOn(Table::isPartition).hasSize(5);
    }

    @Test
    void anUnqualifiedNameIsLookedForInPublicOnly() {
        assertThat(catalog.resolve(null, "orders"))
                .isInstanceOfSatisfying(
                        Resolution.Found.class,
                        found ->
                                assertThat(found.relation().name())
                                        .isEqualTo(new QualifiedName("public", "orders")));
        assertThat(catalog.resolve(null, "site"))
                .isEqualTo(
                        new Resolution.Missing(
                                List.of(new QualifiedName("warehouse", "site")), List.of()));
        assertThat(catalog.resolve("warehouse", "low_stock")).isInstanceOf(Resolution.Found.class);
        assertThat(catalog.resolve("warehouse", "orders")).isInstanceOf(Resolution.Missing.class);
        assertThat(catalog.resolve(null, "ORDERS"))
                .as("the catalogue stores names in lower case")
                .isInstanceOfSatisfying(
                        Resolution.Missing.class,
                        missing ->
                                assertThat(missing.near())
                                        .contains(new QualifiedName("public", "orders")));
    }

    @Test
    void anIndexOrATypeIsNoRelation() {
        assertThat(catalog.resolve(null, "order_status")).isInstanceOf(Resolution.Missing.class);
    }

    @Test
    void statisticsAndActivityStandBesideTheTable() {
        QualifiedName customer = new QualifiedName("public", "customer");

        assertThat(catalog.statistics(customer)).isPresent();
        assertThat(catalog.activity(customer)).hasSize(1);
        assertThat(catalog.statistics(new QualifiedName("public", "nothing"))).isEmpty();
    }

    @Test
    void aSearchRanksNamesBeforeEverythingElse() {
        FoundObjects found = find("customer", null);

        assertThat(found.objects().getFirst().ref())
                .isEqualTo(
                        new ObjectRef(ObjectKind.TABLE, new QualifiedName("public", "customer")));
        assertThat(found.total()).isEqualTo(found.objects().size()).isGreaterThan(3);
        assertThat(found.objects())
                .extracting(FoundObject::matchedOn)
                .contains("name", "definition");
    }

    @Test
    void aSearchLooksIntoCommentsLabelsAndColumns() {
        assertThat(find("newsletter", null).objects())
                .singleElement()
                .returns("comment", FoundObject::matchedOn)
                .returns(new QualifiedName("public", "customer"), FoundObject::table);
        assertThat(find("RETURNED", ObjectKind.ENUM).objects())
                .singleElement()
                .returns("label", FoundObject::matchedOn);
        assertThat(find("placed_at", ObjectKind.COLUMN).objects()).hasSizeGreaterThan(3);
        assertThat(find("no such thing", null).objects()).isEmpty();
    }

    @Test
    void pagesOfASearchFollowEachOther() {
        FoundObjects all = find("e", null);
        List<FoundObject> paged = new ArrayList<>();
        for (int offset = 0; offset < all.total(); offset += 7) {
            FoundObjects page = catalog.find(new FindRequest("e", null, null, 7, offset));
            assertThat(page.total()).isEqualTo(all.total());
            paged.addAll(page.objects());
        }

        assertThat(paged).isEqualTo(all.objects());
    }

    @Test
    void anUnknownKeySaysWhichOnesThereAre() {
        assertThatThrownBy(
                        () -> Catalog.open(shop.historyFile(), new SnapshotKey("other", "thing")))
                .isInstanceOfSatisfying(
                        HistoryException.class,
                        e -> assertThat(e.code()).isEqualTo(ErrorCode.HISTORY_MISSING))
                .hasMessageContaining("no snapshot of other/thing, only of [" + shop.key());
    }

    private FoundObjects find(String query, @Nullable ObjectKind kind) {
        return catalog.find(new FindRequest(query, kind, null, 0, 0));
    }
}
