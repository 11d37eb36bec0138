package dev.dryrun.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GoldenTest {

    @TempDir private Path module;

    @Test
    void theSameBytesPass() throws IOException {
        expect("one\ntwo\n");

        compare().matches("out.txt", "one\ntwo\n");
    }

    @Test
    void aMissingExpectationFails() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> compare().matches("out.txt", "one\n"))
                .withMessageContaining("nothing is expected there yet");
    }

    @Test
    void aDifferenceFailsNamesItsLineAndKeepsTheActualText() throws IOException {
        expect("one\ntwo\n");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> compare().matches("out.txt", "one\ntwo\r\n"))
                .withMessageContaining("differs at line 2")
                .withMessageContaining("actual:   two\\r\n");
        assertThat(module.resolve("target/golden/case/out.txt")).hasContent("one\ntwo\r\n");
    }

    @Test
    void aLastNewlineThatIsMissingFails() throws IOException {
        expect("one\n");

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> compare().matches("out.txt", "one"))
                .withMessageContaining("actual:   (the end)");
    }

    @Test
    void aScrubHidesWhatItNames() throws IOException {
        expect("port=<port> took <elapsed>\n");

        compare()
                .scrub("port", "port=(\\d+)")
                .scrub("elapsed", "\\d+ ms")
                .matches("out.txt", "port=5432 took 17 ms\n");
    }

    @Test
    void anUpdateWritesTheExpectation() {
        Golden.of(module, "case", "update", false).matches("out.txt", "new\n");

        compare().matches("out.txt", "new\n");
    }

    @Test
    void thereIsNoUpdateInCi() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(
                        () -> Golden.of(module, "case", "update", true).matches("out.txt", "x"));
        assertThat(module.resolve("src")).doesNotExist();
    }

    @Test
    void expectationsAreThoseOfTheModuleWhoseTestsRun() {
        Golden.of("golden").matches("here.txt", "testkit\n");
    }

    private Golden compare() {
        return Golden.of(module, "case", "compare", false);
    }

    private void expect(String text) throws IOException {
        Path file = module.resolve("src/test/golden/case/out.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
