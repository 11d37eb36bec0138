package dev.dryrun.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.model.Column;
import dev.dryrun.model.ColumnAttributes;
import dev.dryrun.model.Facts;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Reading.Reason;
import dev.dryrun.model.Table;
import dev.dryrun.testkit.DemoServer;
import dev.dryrun.testkit.Golden;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DdlScriptTest {

    private static final Facts FACTS = new Facts("owner", null, null, null, List.of());

    @Test
    void aWholeSchemaReadsAsItsAuthorWouldHaveWrittenIt() throws IOException {
        CapturedSchema demo = demo("demo_script");
        StringBuilder text = new StringBuilder();
        demo.script().writeTo(text);

        Golden.of("script").matches("demo.sql", text.toString());
    }

    @Test
    void oneTableComesWithAllThatBelongsToIt() {
        CapturedSchema demo = demo("demo_statements");
        StringBuilder text = new StringBuilder();
        demo.objects()
                .forEach((ref, object) -> {
                    if (ref.kind() == ObjectKind.TABLE) {
                        Ddl.statements(object, demo.major())
                                .forEach(statement -> text.append(statement).append(";\n"));
                        text.append('\n');
                    }
                });

        Golden.of("statements").matches("demo-tables.sql", text.toString());
    }

    @Test
    void whatWasLockedIsLeftOutAndNamed() throws IOException {
        DdlScript script = new DdlScript(18);
        script.add(Table.of(name("t"), List.of(column(Reading.absent(Reason.LOCKED))), FACTS));
        StringBuilder text = new StringBuilder();
        script.writeTo(text);

        assertThat(script.gaps()).containsExactly("expression of s.t.c was not captured: locked");
        assertThat(text.toString())
                .startsWith("-- expression of s.t.c was not captured: locked\n")
                .contains("CREATE TABLE s.t (\n    c integer\n);\n");
    }

    @Test
    void tablesThatOnlyADumpCouldMakeAreWrittenAllTheSame() {
        DdlScript script = new DdlScript(18);
        script.add(needing("a", "b"));
        script.add(needing("b", "a"));
        StringBuilder text = new StringBuilder();
        script.forEach(text::append);

        assertThat(text.toString()).contains("CREATE TABLE s.a", "CREATE TABLE s.b");
    }

    private static Table needing(String own, String other) {
        Column column =
                new Column(
                        "c",
                        "s." + other,
                        true,
                        Reading.absent(Reason.NONE_KEPT),
                        null,
                        null,
                        ColumnAttributes.NONE,
                        null);
        Facts facts =
                new Facts(
                        "owner",
                        null,
                        null,
                        null,
                        List.of(new ObjectRef(ObjectKind.TABLE, name(other))));
        return Table.of(name(own), List.of(column), facts);
    }

    private static Column column(Reading<String> value) {
        return new Column("c", "integer", true, value, null, null, ColumnAttributes.NONE, null);
    }

    private static QualifiedName name(String name) {
        return new QualifiedName("s", name);
    }

    private static CapturedSchema demo(String database) {
        PostgresServer server = PostgresServer.shared(PostgresVersion.V18);
        DemoServer.fill(server, database);
        return CapturedSchema.of(server, database);
    }
}
