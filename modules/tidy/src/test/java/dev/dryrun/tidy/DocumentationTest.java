package dev.dryrun.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.model.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the pages say is there, is there.
final class DocumentationTest {

    private static final Pattern LINK = Pattern.compile("\\[[^\\]\\n]*\\]\\(([^)\\s]+)\\)");
    private static final Pattern CODE =
            Pattern.compile("^```.*?^```|`[^`\\n]*`", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern OUTSIDE = Pattern.compile("[a-z]+:.*");

    @Test
    void everyLinkLeadsSomewhere() {
        List<String> broken = new ArrayList<>();
        List<Path> pages = Tree.files(".md");
        for (Path page : pages) {
            String prose = CODE.matcher(Tree.text(page)).replaceAll("");
            LINK.matcher(prose)
                    .results()
                    .map(link -> link.group(1))
                    .filter(target -> !OUTSIDE.matcher(target).matches())
                    .filter(target -> !leadsSomewhere(page, target))
                    .forEach(target -> broken.add(Tree.shown(page) + " -> " + target));
        }
        assertThat(pages).isNotEmpty();
        assertThat(broken).isEmpty();
    }

    @Test
    void everyErrorCodeIsExplained() {
        String page = Tree.text(Tree.root().resolve("docs/reference/errors.md"));
        Set<String> explained =
                Pattern.compile("^\\| `([a-z_]+)` \\| (-?\\d+) \\|", Pattern.MULTILINE)
                        .matcher(page)
                        .results()
                        .map(row -> row.group(1) + " " + row.group(2))
                        .collect(Collectors.toSet());
        assertThat(explained)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(ErrorCode.values())
                                .map(code -> code.word() + " " + code.jsonRpcCode())
                                .toList());
    }

    @Test
    void everyPageIsReachedFromTheIndex() {
        String index = Tree.text(Tree.root().resolve("docs/README.md"));
        Set<String> linked =
                LINK.matcher(index)
                        .results()
                        .map(link -> "docs/" + link.group(1))
                        .collect(Collectors.toSet());
        List<String> lost =
                Tree.files(".md").stream()
                        .map(Tree::shown)
                        .filter(page -> page.startsWith("docs/") && !page.equals("docs/README.md"))
                        .filter(page -> !linked.contains(page) && !folderLinked(page, linked))
                        .toList();
        assertThat(lost).isEmpty();
    }

    /// Rule pages and design notes are many; one of the folder is enough.
    private static boolean folderLinked(String page, Set<String> linked) {
        return Stream.of("docs/rules/", "docs/design/", "docs/reference/json/")
                .filter(page::startsWith)
                .anyMatch(folder -> linked.stream().anyMatch(it -> it.startsWith(folder)));
    }

    private static boolean leadsSomewhere(Path page, String target) {
        int hash = target.indexOf('#');
        String path = hash < 0 ? target : target.substring(0, hash);
        Path file = path.isEmpty() ? page : page.resolveSibling(path).normalize();
        if (!Files.exists(file)) {
            return false;
        }
        return hash < 0 || headings(file).contains(target.substring(hash + 1));
    }

    private static Set<String> headings(Path page) {
        return Pattern.compile("^#+ (.*)$", Pattern.MULTILINE)
                .matcher(Tree.text(page))
                .results()
                .map(DocumentationTest::anchor)
                .collect(Collectors.toSet());
    }

    private static String anchor(MatchResult heading) {
        return heading.group(1)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }
}
