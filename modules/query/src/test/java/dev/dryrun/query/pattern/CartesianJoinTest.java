package dev.dryrun.query.pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PatternDatabase.class)
record CartesianJoinTest(PatternTester tester) {

    @Test
    void whatIsBadIsFound() {
        tester.findsWhatIsBad(new CartesianJoin());
    }

    @Test
    void whatIsGoodPasses() {
        tester.passesWhatIsGood(new CartesianJoin());
    }

    @Test
    void theMessagesAreInForm() {
        tester.itsMessagesAreInForm(new CartesianJoin());
    }
}
