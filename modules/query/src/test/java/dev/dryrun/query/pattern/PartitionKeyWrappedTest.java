package dev.dryrun.query.pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PatternDatabase.class)
record PartitionKeyWrappedTest(PatternTester tester) {

    @Test
    void whatIsBadIsFound() {
        tester.findsWhatIsBad(new PartitionKeyWrapped());
    }

    @Test
    void whatIsGoodPasses() {
        tester.passesWhatIsGood(new PartitionKeyWrapped());
    }

    @Test
    void theMessagesAreInForm() {
        tester.itsMessagesAreInForm(new PartitionKeyWrapped());
    }
}
