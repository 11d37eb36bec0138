package dev.dryrun.query.pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PatternDatabase.class)
record ProceduralBodyTest(PatternTester tester) {

    @Test
    void whatIsBadIsFound() {
        tester.findsWhatIsBad(new ProceduralBody());
    }

    @Test
    void whatIsGoodPasses() {
        tester.passesWhatIsGood(new ProceduralBody());
    }

    @Test
    void theMessagesAreInForm() {
        tester.itsMessagesAreInForm(new ProceduralBody());
    }
}
