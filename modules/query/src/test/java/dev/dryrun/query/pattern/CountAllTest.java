package dev.dryrun.query.pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PatternDatabase.class)
record CountAllTest(PatternTester tester) {

    @Test
    void whatIsBadIsFound() {
        tester.findsWhatIsBad(new CountAll());
    }

    @Test
    void whatIsGoodPasses() {
        tester.passesWhatIsGood(new CountAll());
    }

    @Test
    void theMessagesAreInForm() {
        tester.itsMessagesAreInForm(new CountAll());
    }
}
