package dev.dryrun.query.pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PatternDatabase.class)
record PartitionKeyNotFilteredTest(PatternTester tester) {

    @Test
    void whatIsBadIsFound() {
        tester.findsWhatIsBad(new PartitionKeyNotFiltered());
    }

    @Test
    void whatIsGoodPasses() {
        tester.passesWhatIsGood(new PartitionKeyNotFiltered());
    }

    @Test
    void theMessagesAreInForm() {
        tester.itsMessagesAreInForm(new PartitionKeyNotFiltered());
    }
}
