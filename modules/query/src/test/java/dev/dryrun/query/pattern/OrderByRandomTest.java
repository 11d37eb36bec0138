package dev.dryrun.query.pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PatternDatabase.class)
record OrderByRandomTest(PatternTester tester) {

    @Test
    void whatIsBadIsFound() {
        tester.findsWhatIsBad(new OrderByRandom());
    }

    @Test
    void whatIsGoodPasses() {
        tester.passesWhatIsGood(new OrderByRandom());
    }

    @Test
    void theMessagesAreInForm() {
        tester.itsMessagesAreInForm(new OrderByRandom());
    }
}
