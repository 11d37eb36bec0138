package dev.dryrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.plugin.FolderHash;
import dev.dryrun.testkit.DropInFolder;
import dev.dryrun.testkit.Golden;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `dryrun plugin`: what is said of plugins, and what of them is run.
final class PluginCommandsTest {

    private static final String RULE =
            """
            package %1$s;
            import dev.dryrun.lint.spi.*;
            import dev.dryrun.model.*;
            public final class Rule implements TableRule {
                public Rule() { %2$s }
                public RuleId id() { return new RuleId("acme/rule"); }
                public RuleInfo info() { return new RuleInfo("do", Severity.INFO, "x"); }
                public void check(Table t, LintContext c, FindingSink s) {}
            }
            """;

    @TempDir private Path folder;
    private Path plugins;
    private Path project;

    private record Said(int status, String out, String err) {}

    @BeforeEach
    void makeFolders() throws IOException {
        plugins = Files.createDirectories(folder.resolve("config/dryrun/plugins"));
        project = Files.createDirectories(folder.resolve("project"));
    }

    @Test
    void withoutPluginsListSaysWhereToLook() {
        Said said = dryrun("plugin", "list");

        assertThat(said.status()).isZero();
        assertThat(said.out())
                .isEqualTo("No plugins. dryrun plugin path says where they are looked for.\n");
        assertThat(dryrun("plugin", "path").out())
                .startsWith("user:         " + plugins + "\n")
                .contains("pins:         " + plugins.resolveSibling("plugins.toml") + "\n");
    }

    @Test
    void goodAndBadOnesAreListedAndVerified() throws IOException {
        pin(rule("fine", ""));
        pin(rule("failing", "throw new IllegalStateException(\"canary\");"));
        Path marker = folder.resolve("ran");
        rule("loose", leaving(marker));
        pin(strategy("masks", "acme-mask"));
        pin(strategy("taken", "null"));
        Files.writeString(plugins.resolve("stray.jar"), "");

        Said listed = dryrun("plugin", "list");
        Said verified = dryrun("plugin", "verify");
        Said json = dryrun("plugin", "verify", "--json");

        Golden golden = golden();
        golden.matches("list.txt", listed.out());
        golden.matches("verify.txt", verified.out());
        golden.matches("verify.json", json.out());
        assertThat(listed.status()).isZero();
        assertThat(verified.status()).isEqualTo(1);
        assertThat(json.status()).isEqualTo(1);
        assertThat(verified.out()).doesNotContain("canary");
        assertThat(marker).as("what is not pinned has not run").doesNotExist();
        pin(DropInFolder.in(plugins, "loose"));
        assertThat(dryrun("plugin", "verify").status()).isEqualTo(1);
        assertThat(marker).as("what is pinned has").exists();
    }

    @Test
    void aFolderElsewhereIsLookedAtAndNotRun() throws IOException {
        Path marker = folder.resolve("ran");
        String source = RULE.formatted("acme.mine", leaving(marker));
        DropInFolder elsewhere = plugin(folder.resolve("build"), "mine", "lint", source);

        Said said = dryrun("plugin", "verify", elsewhere.path().toString());

        assertThat(said.status()).as(said.out()).isZero();
        assertThat(said.out())
                .contains("mine = \"sha256:" + FolderHash.of(elsewhere.path()))
                .contains("not in force", "Nothing is wrong.\n")
                .doesNotContain("brings");
        assertThat(marker).doesNotExist();
        assertThat(dryrun("plugin", "verify", "nowhere").status()).isEqualTo(2);
    }

    private Golden golden() {
        return Golden.of("plugins")
                .scrub("folder", "(/[^ \"]*)/(?:config|project)")
                .scrub("hash", "sha256:([0-9a-f]{64})");
    }

    /// {@return code that leaves a file behind when it runs}
    private static String leaving(Path file) {
        return "try { java.nio.file.Files.createFile(java.nio.file.Path.of(\""
                + file
                + "\")); } catch (java.io.IOException e) { }";
    }

    private DropInFolder rule(String name, String constructor) {
        return plugin(plugins, name, "lint", RULE.formatted("acme." + name, constructor));
    }

    private DropInFolder strategy(String name, String says) {
        String source =
                """
                package %1$s;
                import dev.dryrun.masking.spi.*;
                import java.util.Map;
                public final class Strategy implements MaskingStrategy {
                    public String name() { return "%2$s"; }
                    public StrategyTraits traits() { return StrategyTraits.REMOVES; }
                    public ValueMask mask(Map<String, String> options) { return null; }
                }
                """
                        .formatted("acme." + name, says);
        return plugin(plugins, name, "masking", source);
    }

    private static DropInFolder plugin(Path place, String name, String api, String source) {
        boolean lint = api.equals("lint");
        String type = lint ? "Rule" : "Strategy";
        String service = lint ? "LintRule" : "MaskingStrategy";
        String descriptor =
                """
                module acme.%1$s {
                    requires dev.dryrun.%2$s;
                    provides dev.dryrun.%2$s.spi.%3$s with acme.%1$s.%4$s;
                }
                """
                        .formatted(name, api, service, type);
        return DropInFolder.in(place, name)
                .jar(
                        name,
                        Map.of("DryRun-Api", api + "/1"),
                        Map.of("module-info.java", descriptor, type + ".java", source));
    }

    private void pin(DropInFolder plugin) throws IOException {
        Path pins = plugins.resolveSibling("plugins.toml");
        String before = Files.exists(pins) ? Files.readString(pins) : "";
        Files.writeString(
                pins,
                before
                        + "%s = \"sha256:%s\"\n"
                                .formatted(
                                        plugin.path().getFileName(), FolderHash.of(plugin.path())));
    }

    private Said dryrun(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal =
                new Terminal(
                        new ByteArrayInputStream(new byte[0]),
                        new PrintWriter(out),
                        new PrintWriter(err),
                        Map.of("XDG_CONFIG_HOME", folder.resolve("config").toString()),
                        project);
        int status = OfflineCommands.create(terminal).run(arguments);
        return new Said(status, out.toString(), err.toString());
    }
}
