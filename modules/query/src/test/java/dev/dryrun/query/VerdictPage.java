package dev.dryrun.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// `docs/reference/query-verdicts.md`, of which several tests write a section each, between two
/// comments. `-Dgolden=update` writes it anew.
final class VerdictPage {

    private static final String HEAD =
            """
            # Query verdicts

            Written by tests. Each statement is `PREPARE`d on a real server of PostgreSQL 14, 16 \
            or 18 and checked offline against a capture of the same schema. These are the figures \
            of the default run; `./dev test --all` takes more of everything and holds it to the \
            same bounds.
            """;

    private VerdictPage() {}

    /// Compares a section with the page, or writes it.
    ///
    /// @param section its name
    /// @param text Markdown, ending with a line's end
    static synchronized void holds(String section, String text) throws IOException {
        Path file =
                Path.of(
                        System.getProperty("dryrun.root", "../.."),
                        "docs/reference/query-verdicts.md");
        String begin = "\n<!-- " + section + " -->\n\n";
        String end = "\n<!-- end of " + section + " -->\n";
        String page = Files.readString(file);
        int from = page.indexOf(begin);
        int to = page.indexOf(end);
        if ("update".equals(System.getProperty("golden")) && System.getenv("CI") == null) {
            String sections = page.contains("<!--") ? page.substring(page.indexOf("\n<!--")) : "";
            String others = from < 0 ? sections : sections.replace(page.substring(from, to), "@@");
            Files.writeString(
                    file,
                    HEAD
                            + (from < 0
                                    ? others + begin + text + end
                                    : others.replace("@@", begin + text)));
            return;
        }
        assertThat(from).as("the section " + section + " of " + file).isNotNegative();
        assertThat(page.substring(from, to)).isEqualTo(begin + text);
    }
}
