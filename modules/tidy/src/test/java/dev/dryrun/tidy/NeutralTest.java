package dev.dryrun.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The tree says nothing of the machine it was made on, and names no place to download from: where
/// packages come from is for each machine to know.
final class NeutralTest {

    /// Written in pieces, so that this file does not match itself.
    private static final Pattern MACHINE =
            Pattern.compile(
                    "(?<![\\w.$}~/-])(?<![\\w}]\")/(wo"
                            + "rk|ro"
                            + "ot|ho"
                            + "me/[a-z])[/\\w]"
                            + "|/usr/lib/jvm/[a-z]"
                            + "|[A-Z]:\\\\Us"
                            + "ers\\\\");

    private static final Pattern REGISTRY =
            Pattern.compile(
                    "https?://[^/\\s\"'<>]*(mav"
                            + "en\\.org/maven2|repo\\d?\\.mav"
                            + "en"
                            + "|deb\\.deb"
                            + "ian|ftp\\.[a-z.]*deb"
                            + "ian|archive\\.ubu"
                            + "ntu"
                            + "|registry\\.np"
                            + "m|pyp"
                            + "i\\.org|pythonho"
                            + "sted"
                            + "|proxy\\.gol"
                            + "ang|nex"
                            + "us|artifac"
                            + "tory|mirr"
                            + "or)");

    @Test
    void noPathOfOneMachineIsInTheTree() {
        assertThat(matches(MACHINE)).isEmpty();
    }

    @Test
    void noPlaceToDownloadFromIsInTheTree() {
        assertThat(matches(REGISTRY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cd /wor" + "k/x", "'/roo" + "t/.m2'", "=/hom" + "e/anna/x"})
    void aPathOfAMachineWouldBeFound(String text) {
        assertThat(text).containsPattern(MACHINE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://repo1.mav" + "en.org/maven2/",
                "http://de" + "b.deb" + "ian.org/debian",
                "https://nex" + "us.example.org/"
            })
    void aPlaceToDownloadFromWouldBeFound(String text) {
        assertThat(text).containsPattern(REGISTRY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "target/work/x",
                "${root}/wor" + "k/x",
                "\"$x\"/wor" + "k/y",
                "http://maven.apache.org/POM/4.0.0"
            })
    void whatOnlyLooksAlikeIsNotFound(String text) {
        assertThat(text).doesNotContainPattern(MACHINE).doesNotContainPattern(REGISTRY);
    }

    private static List<String> matches(Pattern pattern) {
        List<String> found = new ArrayList<>();
        for (Path file : Tree.files()) {
            String text = Tree.textIfAny(file).orElse("");
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                long line = text.substring(0, matcher.start()).lines().count();
                found.add(Tree.shown(file) + ":" + line + " " + matcher.group());
            }
        }
        return found;
    }
}
