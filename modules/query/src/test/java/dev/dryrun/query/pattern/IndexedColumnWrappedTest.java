package dev.dryrun.query.pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PatternDatabase.class)
record IndexedColumnWrappedTest(PatternTester tester) {

    @Test
    void whatIsBadIsFound() {
        tester.findsWhatIsBad(new IndexedColumnWrapped());
    }

    @Test
    void whatIsGoodPasses() {
        tester.passesWhatIsGood(new IndexedColumnWrapped());
    }

    @Test
    void theMessagesAreInForm() {
        tester.itsMessagesAreInForm(new IndexedColumnWrapped());
    }
}
