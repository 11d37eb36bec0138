package dev.dryrun.query.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What rules say of the planner, the planner does.
@ExtendWith(PatternDatabase.class)
final class PlansTest {

    static List<PatternRule> aboutIndexes() {
        return List.of(new ImplicitCast(), new IndexedColumnWrapped(), new LeadingWildcard());
    }

    static List<PatternRule> aboutPartitions() {
        return List.of(new PartitionKeyNotFiltered(), new PartitionKeyWrapped());
    }

    @ParameterizedTest
    @MethodSource("aboutIndexes")
    void whatIsBadFindsNoRowByAnIndexAndWhatIsGoodDoes(PatternRule rule, PatternTester tester) {
        for (String bad : tester.planned(rule, "bad.sql")) {
            assertThat(tester.plan(bad))
                    .as(bad)
                    .contains("Filter:")
                    .satisfiesAnyOf(
                            plan -> assertThat(plan).doesNotContain("Index Cond"),
                            plan -> assertThat(plan).contains("Seq Scan on customer"));
        }
        for (String good : tester.planned(rule, "good.sql")) {
            assertThat(tester.plan(good)).as(good).contains("Index Cond");
        }
    }

    @ParameterizedTest
    @MethodSource("aboutPartitions")
    void whatIsBadReadsEveryPartitionAndWhatIsGoodLeavesSomeOut(
            PatternRule rule, PatternTester tester) {
        for (String bad : tester.planned(rule, "bad.sql")) {
            assertThat(partitions(tester.plan(bad))).as(bad).isEqualTo(all(bad));
        }
        for (String good : tester.planned(rule, "good.sql")) {
            assertThat(partitions(tester.plan(good))).as(good).isBetween(1L, all(good) - 1);
        }
    }

    private static long all(String sql) {
        return sql.contains("reading") ? 2 : sql.contains("visit") ? 3 : 12;
    }

    private static long partitions(String plan) {
        return plan.lines()
                .filter(line -> line.contains(" Scan "))
                .filter(line -> line.matches(".* on (measure|reading|visit)_\\d+.*"))
                .filter(line -> !line.contains("Bitmap Index Scan"))
                .count();
    }
}
