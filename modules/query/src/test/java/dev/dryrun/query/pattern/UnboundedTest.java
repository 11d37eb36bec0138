package dev.dryrun.query.pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PatternDatabase.class)
record UnboundedTest(PatternTester tester) {

    @Test
    void whatIsBadIsFound() {
        tester.findsWhatIsBad(new Unbounded());
    }

    @Test
    void whatIsGoodPasses() {
        tester.passesWhatIsGood(new Unbounded());
    }

    @Test
    void theMessagesAreInForm() {
        tester.itsMessagesAreInForm(new Unbounded());
    }
}
