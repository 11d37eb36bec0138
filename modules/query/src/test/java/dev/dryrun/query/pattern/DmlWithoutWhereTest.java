package dev.dryrun.query.pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PatternDatabase.class)
record DmlWithoutWhereTest(PatternTester tester) {

    @Test
    void whatIsBadIsFound() {
        tester.findsWhatIsBad(new DmlWithoutWhere());
    }

    @Test
    void whatIsGoodPasses() {
        tester.passesWhatIsGood(new DmlWithoutWhere());
    }

    @Test
    void theMessagesAreInForm() {
        tester.itsMessagesAreInForm(new DmlWithoutWhere());
    }
}
