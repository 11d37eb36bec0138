package dev.dryrun.query.pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PatternDatabase.class)
record NotInNullableTest(PatternTester tester) {

    @Test
    void whatIsBadIsFound() {
        tester.findsWhatIsBad(new NotInNullable());
    }

    @Test
    void whatIsGoodPasses() {
        tester.passesWhatIsGood(new NotInNullable());
    }

    @Test
    void theMessagesAreInForm() {
        tester.itsMessagesAreInForm(new NotInNullable());
    }
}
