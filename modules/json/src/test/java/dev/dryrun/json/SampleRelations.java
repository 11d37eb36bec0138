package dev.dryrun.json;

import dev.dryrun.model.Column;
import dev.dryrun.model.ColumnAttributes;
import dev.dryrun.model.Constraint;
import dev.dryrun.model.ConstraintKind;
import dev.dryrun.model.Facts;
import dev.dryrun.model.Firing;
import dev.dryrun.model.ForeignSource;
import dev.dryrun.model.Grant;
import dev.dryrun.model.Index;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.PartitionOf;
import dev.dryrun.model.Partitioning;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Reading.Reason;
import dev.dryrun.model.ReplicaIdentity;
import dev.dryrun.model.RowSecurity;
import dev.dryrun.model.Rule;
import dev.dryrun.model.Sequence;
import dev.dryrun.model.SequenceParameters;
import dev.dryrun.model.StatisticsObject;
import dev.dryrun.model.Table;
import dev.dryrun.model.TableStorage;
import dev.dryrun.model.Trigger;
import dev.dryrun.model.View;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Relations that have something of everything.
final class SampleRelations {

    private static final Reading<String> NONE = Reading.absent(Reason.NONE_KEPT);
    private static final Reading<String> LOCKED = Reading.absent(Reason.LOCKED);
    private static final SequenceParameters PARAMETERS =
            new SequenceParameters("smallint", 5, 2, 3, 100, 7, true);
    private static final List<Trigger> TRIGGERS =
            List.of(
                    new Trigger(
                            "t",
                            Reading.measured("CREATE TRIGGER …"),
                            new QualifiedName("s", "f"),
                            Firing.DISABLED,
                            true,
                            "why"));
    private static final List<Rule> RULES =
            List.of(new Rule("r", LOCKED, Firing.REPLICA, "because"));
    private static final TableStorage STORAGE =
            new TableStorage(
                    true,
                    "columnar",
                    "fast",
                    new TreeMap<>(Map.of("fillfactor", "70")),
                    new TreeMap<>(Map.of("autovacuum_enabled", "false")));
    private static final ColumnAttributes ATTRIBUTES =
            new ColumnAttributes(
                    new QualifiedName("pg_catalog", "C"),
                    ColumnAttributes.Storage.EXTERNAL,
                    "lz4",
                    0,
                    new TreeMap<>(Map.of("n_distinct", "-0.5")),
                    new TreeMap<>(
                            Map.of(
                                    "column_name",
                                    Reading.measured("a=b"),
                                    "password",
                                    Reading.absent(Reason.NOT_CAPTURED))),
                    false,
                    2,
                    List.of(new Grant("reader", "SELECT", true)));

    private SampleRelations() {}

    static Table fullTable(QualifiedName name, Facts facts) {
        return new Table(
                name,
                columns(name),
                constraints(name),
                List.of(index(name)),
                new Partitioning(Partitioning.Strategy.LIST, Reading.measured("id")),
                new PartitionOf(name, LOCKED),
                List.of(name, new QualifiedName("s", "second")),
                new QualifiedName("s", "kind_of"),
                STORAGE,
                ReplicaIdentity.INDEX,
                new RowSecurity(true, true, List.of(policy())),
                TRIGGERS,
                RULES,
                List.of(statistics(Reading.measured(List.of("lower(a)", "b")))),
                null,
                facts);
    }

    static Table foreignTable(QualifiedName name, Facts facts) {
        return new Table(
                name,
                List.of(),
                List.of(),
                List.of(),
                null,
                new PartitionOf(name, Reading.measured("DEFAULT")),
                List.of(),
                null,
                TableStorage.DEFAULT,
                ReplicaIdentity.NOTHING,
                new RowSecurity(false, true, List.of()),
                List.of(),
                List.of(),
                List.of(statistics(Reading.absent(Reason.LOCKED))),
                new ForeignSource(
                        "far", new TreeMap<>(Map.of("table_name", Reading.measured("t")))),
                facts);
    }

    static View materializedView(QualifiedName name, Facts facts) {
        return new View(
                name,
                List.of(
                        new View.ViewColumn("a", "text", NONE, ATTRIBUTES, "said"),
                        new View.ViewColumn("b", "int", LOCKED, ColumnAttributes.NONE, null)),
                LOCKED,
                List.of(
                        new View.Use(new ObjectRef(ObjectKind.TABLE, name), List.of("b", "a")),
                        new View.Use(new ObjectRef(ObjectKind.VIEW, name), List.of())),
                new TreeMap<>(),
                new View.Materialized(
                        false,
                        STORAGE,
                        List.of(index(name)),
                        List.of(statistics(Reading.absent(Reason.NONE_KEPT)))),
                TRIGGERS,
                RULES,
                facts);
    }

    static View view(QualifiedName name, Facts facts) {
        return new View(
                name,
                List.of(
                        new View.ViewColumn(
                                "a", "int", Reading.measured("1"), ColumnAttributes.NONE, null)),
                Reading.measured("SELECT 1 AS a"),
                List.of(),
                new TreeMap<>(Map.of("check_option", "local")),
                null,
                List.of(),
                List.of(),
                facts);
    }

    static Sequence sequence(QualifiedName name, Facts facts) {
        return new Sequence(name, PARAMETERS, true, new Sequence.OwnedBy(name, "id"), facts);
    }

    private static List<Column> columns(QualifiedName name) {
        Column.IdentitySequence sequence =
                new Column.IdentitySequence(
                        name, PARAMETERS, true, List.of(new Grant(null, "USAGE", false)), "seq");
        return List.of(
                column("id", NONE, new Column.Identity(true, null), null),
                column("other", NONE, new Column.Identity(false, sequence), null),
                column("n", Reading.measured("1"), null, null),
                column("l", LOCKED, null, null),
                column("g", NONE, null, new Column.Generated(Reading.measured("n+1"), true)),
                column("v", NONE, null, new Column.Generated(LOCKED, false)),
                new Column("a", "int", false, NONE, null, null, ATTRIBUTES, "c"));
    }

    private static Column column(
            String name,
            Reading<String> expression,
            Column.@Nullable Identity identity,
            Column.@Nullable Generated generated) {
        return new Column(
                name, "int", true, expression, identity, generated, ColumnAttributes.NONE, null);
    }

    private static List<Constraint> constraints(QualifiedName name) {
        return List.of(
                new Constraint(
                        "fk",
                        ConstraintKind.FOREIGN_KEY,
                        List.of("n"),
                        new Constraint.Reference(
                                name,
                                List.of("id"),
                                true,
                                Constraint.Action.RESTRICT,
                                Constraint.Action.SET_NULL,
                                List.of("n")),
                        NONE,
                        Constraint.Timing.INITIALLY_DEFERRED,
                        false,
                        false,
                        true,
                        true,
                        false,
                        2,
                        "why"),
                constraint("pk", ConstraintKind.PRIMARY_KEY, NONE),
                constraint("c", ConstraintKind.CHECK, Reading.measured("(n > 0)")),
                constraint("x", ConstraintKind.EXCLUSION, LOCKED),
                constraint("nn", ConstraintKind.NOT_NULL, NONE));
    }

    private static Constraint constraint(
            String name, ConstraintKind kind, Reading<String> expression) {
        return new Constraint(
                name,
                kind,
                List.of("id"),
                null,
                expression,
                Constraint.Timing.NOT_DEFERRABLE,
                true,
                true,
                false,
                false,
                true,
                0,
                null);
    }

    private static Index index(QualifiedName name) {
        Index.Key expression =
                new Index.Key(
                        null,
                        Reading.measured("lower(x)"),
                        new QualifiedName("s", "my_ops"),
                        new TreeMap<>(Map.of("siglen", "32")),
                        new QualifiedName("pg_catalog", "C"),
                        true,
                        false,
                        500);
        Index.Key locked =
                new Index.Key(null, LOCKED, null, new TreeMap<>(), null, true, true, null);
        return new Index(
                "i",
                "gist",
                List.of(Index.Key.of("id"), expression, locked),
                List.of("n"),
                true,
                true,
                Reading.measured("(n > 0)"),
                false,
                "pk",
                name,
                true,
                true,
                new TreeMap<>(Map.of("fillfactor", "70")),
                "fast",
                "slow");
    }

    private static RowSecurity.Policy policy() {
        return new RowSecurity.Policy(
                "p",
                RowSecurity.Command.UPDATE,
                false,
                List.of("b", "a"),
                Reading.measured("true"),
                LOCKED,
                "safe");
    }

    private static StatisticsObject statistics(Reading<List<String>> expressions) {
        return new StatisticsObject(
                new QualifiedName("s", "st"),
                "owner",
                List.of("ndistinct", "mcv"),
                List.of("a", "b"),
                expressions,
                100,
                "wide");
    }
}
