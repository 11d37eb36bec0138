package dev.dryrun.query.pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PatternDatabase.class)
record EqualsNullTest(PatternTester tester) {

    @Test
    void whatIsBadIsFound() {
        tester.findsWhatIsBad(new EqualsNull());
    }

    @Test
    void whatIsGoodPasses() {
        tester.passesWhatIsGood(new EqualsNull());
    }

    @Test
    void theMessagesAreInForm() {
        tester.itsMessagesAreInForm(new EqualsNull());
    }
}
