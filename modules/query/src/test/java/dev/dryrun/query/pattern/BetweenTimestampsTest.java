package dev.dryrun.query.pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PatternDatabase.class)
record BetweenTimestampsTest(PatternTester tester) {

    @Test
    void whatIsBadIsFound() {
        tester.findsWhatIsBad(new BetweenTimestamps());
    }

    @Test
    void whatIsGoodPasses() {
        tester.passesWhatIsGood(new BetweenTimestamps());
    }

    @Test
    void theMessagesAreInForm() {
        tester.itsMessagesAreInForm(new BetweenTimestamps());
    }
}
