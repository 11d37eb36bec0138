package dev.dryrun.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.model.Constraint;
import dev.dryrun.model.ConstraintKind;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.Table;
import dev.dryrun.testkit.PostgresVersion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// That the constraints which NOT NULL is since PostgreSQL 18 are all there, as the catalogue has
/// them and among the others where their names belong, though they come with their columns.
final class NotNullTest {

    private static final String SCHEMA =
            """
            CREATE TABLE plain (b int NOT NULL, a int NOT NULL, c int CHECK (c > 0), d int UNIQUE);
            CREATE TABLE keyed (id int PRIMARY KEY, other int REFERENCES keyed);

            CREATE TABLE a_table_whose_name_is_nearly_as_long_as_a_name_can_be_at_all (
                and_a_column_whose_name_is_nearly_as_long_as_a_name_can_be int NOT NULL,
                and_a_column_whose_name_is_nearly_as_long_as_a_name_can_too int NOT NULL);
            CREATE TABLE "größe größe größe größe größe" ("straße straße straße 😀" int NOT NULL);
            CREATE TABLE "of ""two"" words" ("a""b" int NOT NULL, "C d" int NOT NULL);

            CREATE TABLE before (old int NOT NULL, kept int NOT NULL);
            ALTER TABLE before RENAME old TO new;
            ALTER TABLE before RENAME TO after;

            CREATE TABLE named (
                a int CONSTRAINT named_b_not_null NOT NULL,
                b int NOT NULL,
                c int CONSTRAINT there NOT NULL,
                d int CONSTRAINT named_e_not_null CHECK (d > 0),
                e int NOT NULL);

            CREATE TABLE special (
                gone int NOT NULL, a int NOT NULL NO INHERIT, b int, c int NOT NULL);
            ALTER TABLE special DROP gone;
            ALTER TABLE special ADD CONSTRAINT special_b_not_null NOT NULL b NOT VALID;
            COMMENT ON CONSTRAINT special_c_not_null ON special IS 'never empty';

            CREATE TABLE parent (a int NOT NULL, b int NOT NULL);
            CREATE TABLE other (a int NOT NULL);
            CREATE TABLE child (c int NOT NULL, b int NOT NULL) INHERITS (parent, other);

            CREATE TABLE parts (id int NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
            CREATE TABLE part PARTITION OF parts FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
            CREATE TABLE joined (at date NOT NULL, id int NOT NULL);
            ALTER TABLE parts ATTACH PARTITION joined FOR VALUES FROM (MINVALUE) TO ('2026-01-01');

            CREATE TABLE sorted (
                a int CONSTRAINT "\uFF5E" NOT NULL, b int CONSTRAINT "😀" NOT NULL,
                c int CONSTRAINT "x" NOT NULL, d int CONSTRAINT "X" NOT NULL,
                e int CONSTRAINT "xx" NOT NULL, f int CONSTRAINT "ä" NOT NULL,
                CONSTRAINT "😁" CHECK (a > 0), CONSTRAINT "\uFF5D" CHECK (a > 1));

            CREATE FOREIGN DATA WRAPPER nowhere;
            CREATE SERVER far FOREIGN DATA WRAPPER nowhere;
            CREATE FOREIGN TABLE remote (a int NOT NULL) SERVER far;
            CREATE VIEW seen AS SELECT a FROM plain;
            CREATE DOMAIN filled AS int NOT NULL;
            CREATE TABLE of_domain (a filled);
            """;

    private static final String CONSTRAINTS =
            """
            SELECT concat_ws('|', c.relname, k.conname,
                             (SELECT string_agg(a.attname, ',' ORDER BY a.attnum)
                              FROM pg_attribute a
                              WHERE a.attrelid = c.oid AND a.attnum = ANY (k.conkey)),
                             k.contype = 'n', k.convalidated, k.connoinherit AND k.contype = 'n',
                             k.conislocal, k.coninhcount, obj_description(k.oid, 'pg_constraint'))
            FROM pg_constraint k
            JOIN pg_class c ON c.oid = k.conrelid
            WHERE c.relnamespace = 'public'::regnamespace
            ORDER BY c.relname COLLATE "C", k.conname COLLATE "C"
            """;

    @Test
    void everyConstraintIsAsTheCatalogueHasItAndInItsPlace() {
        Captured captured = Captured.of(PostgresVersion.V18, SCHEMA);
        List<String> catalogue = new ArrayList<>();
        captured.server()
                .query(captured.database(), CONSTRAINTS)
                .forEach(row -> catalogue.add(String.valueOf(row.getFirst())));

        assertThat(constraints(captured)).containsExactlyElementsOf(catalogue);
        assertThat(catalogue).hasSizeGreaterThan(30);
    }

    @Test
    void namesThatWereCutAreThereAsTheServerCutThem() {
        Captured captured = Captured.of(PostgresVersion.V18, SCHEMA);

        Table table =
                captured.object(
                        ObjectKind.TABLE,
                        "a_table_whose_name_is_nearly_as_long_as_a_name_can_be_at_all",
                        Table.class);

        assertThat(table.constraints())
                .extracting(Constraint::name)
                .allMatch(name -> name.length() == 63)
                .hasSize(2);
    }

    @Test
    void anOlderServerHasNone() {
        Captured captured =
                Captured.of(PostgresVersion.V17, "CREATE TABLE t (a int NOT NULL, b int UNIQUE)");

        Table table = captured.object(ObjectKind.TABLE, "t", Table.class);

        assertThat(table.columns().getFirst().nullable()).isFalse();
        assertThat(table.constraints()).extracting(Constraint::name).containsExactly("t_b_key");
    }

    private static List<String> constraints(Captured captured) {
        List<String> lines = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        for (SchemaObject object : captured.schema().values()) {
            if (object instanceof Table table) {
                tables.add(table);
            }
        }
        tables.sort((one, other) -> one.name().name().compareTo(other.name().name()));
        for (Table table : tables) {
            for (Constraint constraint : table.constraints()) {
                lines.add(line(table, constraint));
            }
        }
        return lines;
    }

    private static String line(Table table, Constraint constraint) {
        String line =
                String.join(
                        "|",
                        table.name().name(),
                        constraint.name(),
                        String.join(",", constraint.columns()),
                        letter(constraint.kind() == ConstraintKind.NOT_NULL),
                        letter(constraint.validated()),
                        letter(constraint.noInherit()),
                        letter(constraint.local()),
                        Integer.toString(constraint.parents()));
        return constraint.comment() == null ? line : line + "|" + constraint.comment();
    }

    private static String letter(boolean value) {
        return value ? "t" : "f";
    }
}
