package dev.dryrun.query.pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PatternDatabase.class)
record LeadingWildcardTest(PatternTester tester) {

    @Test
    void whatIsBadIsFound() {
        tester.findsWhatIsBad(new LeadingWildcard());
    }

    @Test
    void whatIsGoodPasses() {
        tester.passesWhatIsGood(new LeadingWildcard());
    }

    @Test
    void theMessagesAreInForm() {
        tester.itsMessagesAreInForm(new LeadingWildcard());
    }
}
