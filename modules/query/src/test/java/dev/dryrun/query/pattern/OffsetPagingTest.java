package dev.dryrun.query.pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PatternDatabase.class)
record OffsetPagingTest(PatternTester tester) {

    @Test
    void whatIsBadIsFound() {
        tester.findsWhatIsBad(new OffsetPaging());
    }

    @Test
    void whatIsGoodPasses() {
        tester.passesWhatIsGood(new OffsetPaging());
    }

    @Test
    void theMessagesAreInForm() {
        tester.itsMessagesAreInForm(new OffsetPaging());
    }
}
