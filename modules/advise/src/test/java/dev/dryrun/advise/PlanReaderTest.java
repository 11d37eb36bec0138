package dev.dryrun.advise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dryrun.model.InputException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlanReaderTest {

    private static final String TEXT =
            """
            Limit  (cost=0.29..0.34 rows=1 width=4) (actual time=0.010..0.011 rows=1.00 loops=1)
              ->  Seq Scan on orders o  (cost=0.00..35.50 rows=10 width=4) (never executed)
                    Filter: (note = 'a
            ->  b'::text)
            Planning Time: 0.100 ms
            JIT:
              Functions: 17
              Options: Inlining false, Optimization false, Expressions true, Deforming true
              Timing: Generation 1.2 ms (Deform 0.3 ms), Emission 9.1 ms, Total 120.5 ms
            Trigger for constraint orders_fk on orders: time=1.500 calls=5
            Trigger RI_a for constraint b_fk on b: calls=7
            Trigger plain: time=2.000 calls=1
            Execution Time: 200.250 ms
            """;

    @Test
    void psqlsFrameAndLineEndsDoNoHarm() {
        String aligned =
                """
                                    QUERY PLAN                    \s
                --------------------------------------------------
                 Seq Scan on orders  (cost=0.00..35.50 rows=10 width=4)
                   Filter: (id = 5)
                (2 rows)

                Time: 0.5 ms
                """;
        String json =
                """
                           QUERY PLAN          \s
                -------------------------------
                 [                            +
                   {                          +
                     "Plan": {                +
                       "Node Type": "Seq Scan",+
                       "Relation Name": "orders",+
                       "Filter": "(id = 5)"   +
                     }                        +
                   }                          +
                 ]
                (1 row)
                """;
        String framed =
                """
                +------------------------+
                |       QUERY PLAN       |
                +------------------------+
                | Seq Scan on orders     |
                |   Filter: (id = 5)     |
                +------------------------+
                """;
        String windows =
                "\ufeffQUERY PLAN\r\nSeq Scan on orders\r\n  Filter: (id = 5)\r\n(2 rows)\r\n";
        for (String form : List.of(aligned, json, framed, windows)) {
            assertThat(PlanReader.looksLikePlan(form)).as(form).isTrue();
            PlanNode root = PlanReader.read("x", form).getFirst().root();
            assertThat(root.title()).as(form).isEqualTo("Seq Scan on orders");
            assertThat(root.filter()).as(form).isEqualTo("(id = 5)");
        }
    }

    @Test
    void whatStandsBelowTheTreeIsRead() {
        Plan plan = PlanReader.read("x", TEXT).getFirst();

        assertThat(plan.planningTimeMs()).hasValue(0.1);
        assertThat(plan.executionTimeMs()).hasValue(200.25);
        assertThat(plan.jit()).isEqualTo(new Plan.Jit(17, OptionalDouble.of(120.5)));
        assertThat(plan.triggers().stream().map(Plan.FiredTrigger::name))
                .containsExactly("orders_fk", "b_fk", "plain");
        assertThat(plan.triggers().stream().map(Plan.FiredTrigger::calls))
                .containsExactly(5L, 7L, 1L);
        PlanNode scan = plan.root().children().getFirst();
        assertThat(scan.actualLoops()).hasValue(0);
        assertThat(scan.filter()).isEqualTo("(note = 'a\n->  b'::text)");
    }

    @Test
    void severalPlansOfOneStatementAreAllRead() {
        assertThat(PlanReader.read("x", "Result\n\nSeq Scan on a\n  Filter: b\n")).hasSize(2);
        assertThat(
                        PlanReader.read(
                                "x",
                                "[{\"Plan\":{\"Node Type\":\"Result\"}},"
                                        + "{\"Plan\":{\"Node Type\":\"Limit\"}}]"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|x:1: not a plan: it is empty",
                "SELECT 1|x:1: not a plan: it is no node",
                "Sort\\n  ->  Nonsense on a|x:2: not a plan: it is no node",
                "[]|x:1: not a plan: the array is empty",
                "[{\"Plan\": 1}]|x:1: not a plan: it is other JSON",
                "{\"a\": 1}|x:1: not a plan: it is other JSON",
                "[{\"Plan\": {}}]|x:1: not a plan: a node has no",
                "[{\"Plan\":|x:1: not a plan: not JSON at line 1, column",
                "- Plan: \\n    Node Type: \"Result\"|x:1: a plan in EXPLAIN's YAML or XML form",
                "<explain xmlns=\"x\">|x:1: a plan in EXPLAIN's YAML or XML form"
            })
    void whatIsNoPlanIsRefusedWithItsLine(String text, String message) {
        assertThatThrownBy(() -> PlanReader.read("x", text.replace("\\n", "\n")))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "-- Seq Scan on a\nSELECT 1",
                "INSERT INTO a VALUES (1)",
                "Update a SET b = 1",
                "WITH x AS (SELECT 1) SELECT * FROM x",
                ""
            })
    void sqlIsNotTakenForAPlan(String sql) {
        assertThat(PlanReader.looksLikePlan(sql)).isFalse();
    }

    @Test
    void depthIsLimitedInBothForms() {
        String json = "{\"Node Type\":\"Limit\",\"Plans\":[".repeat(450);
        StringBuilder text = new StringBuilder("Limit\n");
        for (int i = 0; i < 500; i++) {
            text.append(" ".repeat(2 + 6 * i)).append("->  Limit\n");
        }
        assertThatThrownBy(() ->
                        PlanReader.read(
                                "x",
                                "[{\"Plan\":"
                                        + json
                                        + "{\"Node Type\":\"Limit\"}"
                                        + "]}".repeat(450)
                                        + "}]"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("nest deeper");
        assertThatThrownBy(() -> PlanReader.read("x", text.toString()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("nest deeper");
    }

    @Test
    void mutilatedPlansAreReadOrRefusedAndNothingElse() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        int mutants = Boolean.getBoolean("dryrun.test.all") ? 200_000 : 5_000;
        for (int i = 0; i < mutants; i++) {
            StringBuilder text = new StringBuilder(TEXT);
            for (int cut = 0; cut <= random.nextInt(4); cut++) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(4)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.insert(at, "\n");
                    case 2 -> text.setCharAt(at, "'\"(): ->9".charAt(random.nextInt(9)));
                    default ->
                            text.delete(at, Math.min(text.length() - 1, at + random.nextInt(60)));
                }
            }
            try {
                assertThat(PlanReader.read("x", text.toString())).isNotEmpty();
            } catch (InputException e) {
                assertThat(e).hasMessageStartingWith("x:");
            }
        }
    }

    @Test
    void quotesThatNeverCloseCostNoTime() {
        String text = "Result\n" + "  Filter: ('a\n".repeat(200_000);
        assertThat(PlanReader.read("x", text)).hasSize(1);
    }
}
