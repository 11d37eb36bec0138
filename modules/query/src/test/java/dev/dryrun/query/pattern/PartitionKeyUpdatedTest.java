package dev.dryrun.query.pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PatternDatabase.class)
record PartitionKeyUpdatedTest(PatternTester tester) {

    @Test
    void whatIsBadIsFound() {
        tester.findsWhatIsBad(new PartitionKeyUpdated());
    }

    @Test
    void whatIsGoodPasses() {
        tester.passesWhatIsGood(new PartitionKeyUpdated());
    }

    @Test
    void theMessagesAreInForm() {
        tester.itsMessagesAreInForm(new PartitionKeyUpdated());
    }
}
