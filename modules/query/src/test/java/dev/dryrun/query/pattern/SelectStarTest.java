package dev.dryrun.query.pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PatternDatabase.class)
record SelectStarTest(PatternTester tester) {

    @Test
    void whatIsBadIsFound() {
        tester.findsWhatIsBad(new SelectStar());
    }

    @Test
    void whatIsGoodPasses() {
        tester.passesWhatIsGood(new SelectStar());
    }

    @Test
    void theMessagesAreInForm() {
        tester.itsMessagesAreInForm(new SelectStar());
    }
}
