package dev.dryrun.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Expected outputs as files: `src/test/golden/<case>/<file>` of the module under test.
///
/// The comparison is byte for byte, after the scrubs that the test names. An expectation that does
/// not exist is a failure. `-Dgolden=update` rewrites expectations, except where the environment
/// has `CI`. A mismatch leaves what was there in `target/golden/<case>/<file>`.
public final class Golden {

    private final Path module;
    private final String expectations;
    private final String caseName;
    private final boolean update;
    private final List<Scrub> scrubs;

    private record Scrub(String name, Pattern pattern) {

        String apply(String text) {
            return pattern.matcher(text)
                    .replaceAll(match -> {
                        int group = match.groupCount() > 0 ? 1 : 0;
                        int from = match.start(group) - match.start();
                        int to = match.end(group) - match.start();
                        String all = match.group();
                        return Matcher.quoteReplacement(
                                all.substring(0, from) + ("<" + name + ">") + all.substring(to));
                    });
        }
    }

    private Golden(
            Path module, String expectations, String caseName, boolean update, List<Scrub> scrubs) {
        this.module = module;
        this.expectations = expectations;
        this.caseName = caseName;
        this.update = update;
        this.scrubs = List.copyOf(scrubs);
    }

    /// The expectations of one case of the module whose tests run.
    ///
    /// @param caseName the folder below `src/test/golden`; may have slashes
    /// @return the expectations, without scrubs
    public static Golden of(String caseName) {
        return of(module(), caseName, mode(), ci());
    }

    /// What the module itself ships and a test makes again: below `src/main/resources`.
    ///
    /// @param folder the folder below it; may have slashes
    /// @return the expectations, without scrubs
    public static Golden ofResources(String folder) {
        return new Golden(module(), "src/main/resources", folder, updates(mode(), ci()), List.of());
    }

    private static Path module() {
        // Surefire sets basedir; an IDE starts tests in the module's folder.
        return Path.of(System.getProperty("basedir", "."));
    }

    private static String mode() {
        return System.getProperty("golden", "");
    }

    private static boolean ci() {
        return System.getenv("CI") != null;
    }

    private static boolean updates(String mode, boolean ci) {
        return mode.equals("update") && !ci;
    }

    static Golden of(Path module, String caseName, String mode, boolean ci) {
        return new Golden(module, "src/test/golden", caseName, updates(mode, ci), List.of());
    }

    /// Hides what differs from run to run: what the pattern matches becomes `<name>`.
    ///
    /// @param name what stands there instead, such as `port`
    /// @param regex what to hide; when it has a group, only the first group is hidden
    /// @return the same expectations with one more scrub, applied after the others
    public Golden scrub(String name, String regex) {
        List<Scrub> more = new ArrayList<>(scrubs);
        more.add(new Scrub(name, Pattern.compile(regex)));
        return new Golden(module, expectations, caseName, update, more);
    }

    /// Compares an output with its expectation.
    ///
    /// @param file the name of the expectation's file
    /// @param actual the output
    /// @throws AssertionError when they differ, or nothing is expected
    public void matches(String file, String actual) {
        byte[] scrubbed = scrubbed(actual).getBytes(StandardCharsets.UTF_8);
        Path expectation = module.resolve(expectations).resolve(caseName).resolve(file);
        try {
            if (update) {
                write(expectation, scrubbed);
                return;
            }
            boolean exists = Files.exists(expectation);
            if (exists && Arrays.equals(Files.readAllBytes(expectation), scrubbed)) {
                return;
            }
            Path kept = module.resolve("target/golden").resolve(caseName).resolve(file);
            write(kept, scrubbed);
            String what =
                    exists
                            ? difference(Files.readAllBytes(expectation), scrubbed)
                            : "nothing is expected there yet";
            throw new AssertionError(
                    expectation
                            + ": "
                            + what
                            + "\nactual: "
                            + kept
                            + "; if it is right: -Dgolden=update");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String scrubbed(String text) {
        String scrubbed = text;
        for (Scrub scrub : scrubs) {
            scrubbed = scrub.apply(scrubbed);
        }
        return scrubbed;
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Files.write(file, bytes);
    }

    private static String difference(byte[] expected, byte[] actual) {
        // Split so that a missing last newline and carriage returns show.
        String[] left = new String(expected, StandardCharsets.UTF_8).split("\n", -1);
        String[] right = new String(actual, StandardCharsets.UTF_8).split("\n", -1);
        int line = 0;
        while (line < left.length && line < right.length && left[line].equals(right[line])) {
            line++;
        }
        return "differs at line %d%n  expected: %s%n  actual:   %s"
                .formatted(line + 1, shown(left, line), shown(right, line));
    }

    private static String shown(String[] lines, int line) {
        return line < lines.length ? lines[line].replace("\r", "\\r") : "(the end)";
    }
}
