package dev.dryrun.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.model.Column;
import dev.dryrun.model.Constraint;
import dev.dryrun.model.ConstraintKind;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Table;
import dev.dryrun.testkit.PostgresVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What PostgreSQL 18 brought.
final class NewestServerTest {

    @Test
    void constraintsAndColumnsOf18AreThere() {
        Captured captured =
                Captured.of(
                        PostgresVersion.V18,
                        """
                        CREATE EXTENSION btree_gist;
                        CREATE TABLE rooms (id int, during tstzrange,
                            PRIMARY KEY (id, during WITHOUT OVERLAPS));
                        CREATE TABLE t (
                            a int CONSTRAINT a_there NOT NULL NO INHERIT,
                            v int GENERATED ALWAYS AS (a * 2) VIRTUAL,
                            room int, during tstzrange,
                            CONSTRAINT soft CHECK (a > 0) NOT ENFORCED,
                            CONSTRAINT booked FOREIGN KEY (room, PERIOD during)
                                REFERENCES rooms (id, PERIOD during)
                        );
                        ALTER TABLE t ADD CONSTRAINT room_there NOT NULL room NOT VALID;
                        """);

        Table rooms = captured.object(ObjectKind.TABLE, "rooms", Table.class);
        assertThat(rooms.primaryKey().orElseThrow().temporal()).isTrue();
        assertThat(rooms.indexes().getFirst().method()).isEqualTo("gist");
        Table t = captured.object(ObjectKind.TABLE, "t", Table.class);
        assertThat(t.column("v").orElseThrow().generated())
                .isEqualTo(new Column.Generated(Reading.measured("(a * 2)"), false));
        assertThat(constraint(t, "a_there"))
                .returns(ConstraintKind.NOT_NULL, Constraint::kind)
                .returns(true, Constraint::noInherit)
                .returns(List.of("a"), Constraint::columns);
        assertThat(constraint(t, "room_there").validated()).isFalse();
        assertThat(constraint(t, "soft").enforced()).isFalse();
        assertThat(constraint(t, "booked").temporal()).isTrue();
    }

    private static Constraint constraint(Table table, String name) {
        return table.constraints().stream()
                .filter(constraint -> constraint.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
