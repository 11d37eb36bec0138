package dev.dryrun.query.pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PatternDatabase.class)
record ImplicitCastTest(PatternTester tester) {

    @Test
    void whatIsBadIsFound() {
        tester.findsWhatIsBad(new ImplicitCast());
    }

    @Test
    void whatIsGoodPasses() {
        tester.passesWhatIsGood(new ImplicitCast());
    }

    @Test
    void theMessagesAreInForm() {
        tester.itsMessagesAreInForm(new ImplicitCast());
    }
}
