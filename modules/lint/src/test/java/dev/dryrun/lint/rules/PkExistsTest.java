package dev.dryrun.lint.rules;

import dev.dryrun.testkit.PostgresVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
record PkExistsTest(PostgresVersion version) {

    @Test
    void whatIsBadIsFound() {
        tester().findsWhatIsBad();
    }

    @Test
    void whatIsGoodPasses() {
        tester().passesWhatIsGood();
    }

    @Test
    void theFixesMend() {
        tester().itsFixesMend();
    }

    @Test
    void theMessagesAreInForm() {
        tester().itsMessagesAreInForm();
    }

    private RuleTester tester() {
        return new RuleTester(new PkExists(), version);
    }
}
