package dev.dryrun.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dryrun.model.Bloat;
import dev.dryrun.model.ColumnStatistics;
import dev.dryrun.model.Definition;
import dev.dryrun.model.Document;
import dev.dryrun.model.EnumType;
import dev.dryrun.model.ExtendedStatistics;
import dev.dryrun.model.Facts;
import dev.dryrun.model.Grant;
import dev.dryrun.model.IndexActivity;
import dev.dryrun.model.IndexStatistics;
import dev.dryrun.model.MaintenanceActivity;
import dev.dryrun.model.NodeStatistics;
import dev.dryrun.model.NodeView;
import dev.dryrun.model.ObjectIdentities;
import dev.dryrun.model.ObjectIdentity;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.QueryCounters;
import dev.dryrun.model.QueryMember;
import dev.dryrun.model.QueryStatistics;
import dev.dryrun.model.QueryStatisticsInfo;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Reading.Reason;
import dev.dryrun.model.Sequence;
import dev.dryrun.model.SequenceParameters;
import dev.dryrun.model.SequenceStatistics;
import dev.dryrun.model.SourceColumn;
import dev.dryrun.model.StatisticsRow;
import dev.dryrun.model.Table;
import dev.dryrun.model.TableActivity;
import dev.dryrun.model.TableStatistics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DocumentJsonTest {

    private static final QualifiedName NAME = new QualifiedName("pub\"lic", "or.ders\n😀");

    private static final Facts FACTS =
            new Facts(
                    "owner",
                    List.of(new Grant(null, "SELECT", false), new Grant("reader", "UPDATE", true)),
                    "why",
                    "citext",
                    List.of(new ObjectRef(ObjectKind.FUNCTION, new QualifiedName("s", "f(int)"))));

    static Stream<Document> documents() {
        return Stream.of(
                SampleRelations.fullTable(NAME, FACTS),
                SampleRelations.foreignTable(NAME, FACTS),
                Table.of(NAME, List.of(), FACTS),
                SampleRelations.materializedView(NAME, FACTS),
                SampleRelations.view(NAME, FACTS),
                SampleRelations.sequence(NAME, FACTS),
                new Sequence(NAME, SequenceParameters.defaults("integer", -3), false, null, FACTS),
                new EnumType(NAME, List.of("b", "a", ""), FACTS),
                new Definition(
                        ObjectKind.AGGREGATE,
                        new QualifiedName("", "median(numeric)"),
                        new TreeMap<>(Map.of("sfunc", List.of("a", "b"), "none", List.of())),
                        new Facts("", List.of(), null, null, List.of())),
                statistics(),
                new SequenceStatistics(NAME, Reading.measured(-5L)),
                new ObjectIdentities(
                        15,
                        1,
                        List.of(
                                new ObjectIdentity(
                                        16_000,
                                        new ObjectRef(ObjectKind.TABLE, NAME),
                                        List.of(2, 5)),
                                new ObjectIdentity(
                                        15_999,
                                        new ObjectRef(
                                                ObjectKind.SCHEMA,
                                                new QualifiedName("", "a \"b\" ü")),
                                        List.of()))),
                node(),
                new QueryStatistics(
                        "0123456789abcdef",
                        "SELECT $1",
                        List.of(
                                member(Long.MIN_VALUE, Reading.measured(0.25)),
                                member(7, Reading.absent(Reason.NONE_KEPT)))),
                info(),
                activity());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void whatIsWrittenReadsBackEqual(Document document) throws MalformedJsonException {
        byte[] bytes = Json.canonical(DocumentJson.toJson(document));

        JsonValue read = Json.parse(new String(bytes, StandardCharsets.UTF_8));

        assertThat(DocumentJson.fromJson(read)).isEqualTo(document);
        assertThat(Json.canonical(DocumentJson.toJson(DocumentJson.fromJson(read))))
                .isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{\"document\":\"tableau\"}",
                "{\"document\":\"table\",\"schema\":\"s\"}",
                "{\"document\":\"table\",\"schema\":\"\",\"name\":\"\",\"columns\":[]}",
                "{\"document\":\"table\",\"schema\":1,\"name\":\"t\"}",
                "{\"document\":\"table\",\"schema\":\"s\",\"name\":\"t\",\"columns\":{}}",
                "{\"document\":\"enum\",\"schema\":\"s\",\"name\":\"t\",\"labels\":[1]}",
                "{\"document\":\"table_statistics\",\"schema\":\"s\",\"name\":\"t\","
                        + "\"relpages\":{\"absent\":\"eaten\"}}",
                "{\"document\":\"table_statistics\",\"schema\":\"s\",\"name\":\"t\","
                        + "\"relpages\":1.5}",
                "{\"document\":\"table_activity\",\"schema\":\"s\",\"name\":\"t\","
                        + "\"last_vacuum\":\"yesterday\"}",
                "{\"document\":\"identities\",\"name\":\"x\",\"timeline\":1,\"objects\":\"[]\"}",
                "{\"document\":\"identities\",\"name\":\"1\",\"timeline\":1,\"objects\":\"{}\"}",
                "{\"document\":\"identities\",\"name\":\"1\",\"timeline\":1,"
                        + "\"objects\":\"[[1024,\\\"moon\\\",\\\"\\\",\\\"a\\\"]]\"}",
                "{\"document\":\"identities\",\"name\":\"1\",\"timeline\":1,"
                        + "\"objects\":\"[[1024.5,\\\"table\\\",\\\"\\\",\\\"a\\\"]]\"}",
                "{\"document\":\"identities\",\"name\":\"1\",\"timeline\":1,"
                        + "\"objects\":\"[[4096,\\\"table\\\",\\\"\\\",\\\"a\\\"]]\"}"
            })
    void whatDescribesNoDocumentIsRefused(String text) {
        assertThatThrownBy(() -> DocumentJson.fromJson(Json.parse(text)))
                .isInstanceOf(MalformedJsonException.class);
    }

    @Test
    void absentIsNeverWrittenAsZero() {
        JsonObject json = DocumentJson.toJson(statistics());

        assertThat(json.get("relpages"))
                .isEqualTo(JsonObject.builder().put("absent", "locked").build());
        assertThat(json.get("indexes_size")).as("none kept is left out").isNull();
        assertThat(json.get("reltuples"))
                .isEqualTo(JsonObject.builder().put("estimated", 12).build());
    }

    private static TableStatistics statistics() {
        Reading<Long> none = Reading.absent(Reason.NONE_KEPT);
        Reading<String> masked = Reading.absent(Reason.MASKED);
        List<SourceColumn> over = List.of(new SourceColumn("c", "jsonb"));
        return new TableStatistics(
                ObjectKind.MATERIALIZED_VIEW,
                NAME,
                Reading.estimated(12.0),
                Reading.absent(Reason.LOCKED),
                Reading.measured(3L),
                Reading.absent(Reason.UNSUPPORTED_VERSION),
                Reading.measured(4_294_967_295L),
                Reading.measured(1L),
                none,
                Reading.measured(8192L),
                Reading.measured(0L),
                none,
                Reading.measured(Long.MAX_VALUE),
                Reading.estimated(new Bloat(1, 7, 30, true)),
                List.of(
                        new IndexStatistics(
                                "i",
                                Reading.absent(Reason.NEVER_ANALYZED),
                                none,
                                Reading.absent(Reason.LOCKED),
                                Reading.absent(Reason.NEVER_ANALYZED),
                                over,
                                List.of(column()))),
                List.of(
                        new ExtendedStatistics(
                                NAME,
                                true,
                                over,
                                Reading.measured("{\"1, 2\": 3}"),
                                Reading.absent(Reason.NONE_KEPT),
                                masked,
                                masked,
                                masked,
                                masked,
                                List.of(column()),
                                "always"),
                        ExtendedStatistics.absent(NAME, over, Reason.NO_PRIVILEGE)),
                List.of(column(), ColumnStatistics.absent("secret", "text", Reason.NO_PRIVILEGE)));
    }

    private static ColumnStatistics column() {
        return new ColumnStatistics(
                "c",
                "jsonb",
                true,
                Reading.measured(0.25),
                Reading.measured(8),
                Reading.measured(-1.0),
                Reading.absent(Reason.MASKED),
                Reading.measured("{0.5,0.25}"),
                Reading.measured("{\"a b\",c}"),
                Reading.absent(Reason.NONE_KEPT),
                Reading.absent(Reason.NO_PRIVILEGE),
                Reading.absent(Reason.NONE_KEPT),
                Reading.measured("{1,1,2}"),
                Reading.measured("{1,2}"),
                Reading.measured(0.0),
                Reading.absent(Reason.UNSUPPORTED_VERSION),
                "bucket");
    }

    private static TableActivity activity() {
        Reading<Long> none = Reading.absent(Reason.NONE_KEPT);
        Reading<Instant> never = Reading.absent(Reason.NONE_KEPT);
        Reading<Instant> then = Reading.measured(Instant.parse("2026-01-02T03:04:05.678901Z"));
        Reading<Double> untimed = Reading.absent(Reason.UNSUPPORTED_VERSION);
        return new TableActivity(
                ObjectKind.TABLE,
                NAME,
                Reading.measured(0L),
                then,
                Reading.measured(1L),
                none,
                never,
                none,
                Reading.measured(2L),
                Reading.measured(3L),
                Reading.measured(4L),
                Reading.measured(5L),
                Reading.absent(Reason.UNSUPPORTED_VERSION),
                Reading.measured(6L),
                Reading.measured(7L),
                Reading.measured(8L),
                Reading.measured(9L),
                new MaintenanceActivity(then, Reading.measured(1L), Reading.measured(2.5)),
                new MaintenanceActivity(never, Reading.measured(0L), untimed),
                new MaintenanceActivity(Reading.absent(Reason.NO_PRIVILEGE), none, untimed),
                new MaintenanceActivity(never, none, untimed),
                Reading.measured(10L),
                Reading.measured(11L),
                List.of(
                        new IndexActivity(
                                "i",
                                Reading.measured(1L),
                                Reading.absent(Reason.UNSUPPORTED_VERSION),
                                Reading.measured(2L),
                                Reading.measured(3L),
                                Reading.measured(4L),
                                none)));
    }

    private static NodeStatistics node() {
        return new NodeStatistics(
                Reading.absent(Reason.NO_PRIVILEGE),
                Instant.parse("2026-01-02T03:04:05.678901Z"),
                Map.of(
                        NodeView.IO,
                        Reading.absent(Reason.UNSUPPORTED_VERSION),
                        NodeView.REPLICATION_SLOTS,
                        Reading.measured(List.of()),
                        NodeView.WAL,
                        Reading.measured(
                                List.of(
                                        new StatisticsRow(
                                                new TreeMap<>(Map.of("wal_bytes", "12")))))));
    }

    private static QueryMember member(long queryid, Reading<Double> time) {
        return new QueryMember(
                queryid, new QueryCounters(1, 2.5, 0, 3, 4, 5, 6, 7, 8, 9, time, time));
    }

    private static QueryStatisticsInfo info() {
        return new QueryStatisticsInfo(
                Reading.measured("1.12"),
                new TreeMap<>(Map.of("pg_stat_statements.max", "5000")),
                Reading.measured(12L),
                1,
                2,
                500,
                Reading.measured(Instant.parse("2026-01-02T03:04:05.678901Z")),
                Reading.measured(0L),
                Reading.absent(Reason.UNSUPPORTED_VERSION),
                Reading.absent(Reason.UNSUPPORTED_VERSION));
    }
}
