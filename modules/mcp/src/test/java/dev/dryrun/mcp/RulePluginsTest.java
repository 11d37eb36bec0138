package dev.dryrun.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.plugin.FolderHash;
import dev.dryrun.samples.CapturedDatabase;
import dev.dryrun.testkit.Command;
import dev.dryrun.testkit.CommandRun;
import dev.dryrun.testkit.DropInFolder;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server as a process, with lint rules dropped into the user's folder.
final class RulePluginsTest {

    private static final String SESSION =
            Talk.HELLO_2025_11_25
                    + """

                    {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"lint_schema",\
                    "arguments":{}}}
                    {"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"lint_schema",\
                    "arguments":{}}}
                    {"jsonrpc":"2.0","id":3,"method":"ping"}
                    """;

    @TempDir private Path folder;

    @Test
    void onlyPinnedRulesThatReadNothingButOurModulesAreUsedAndTheSessionGoesOn()
            throws IOException {
        Path plugins = folder.resolve("config/dryrun/plugins");
        DropInFolder good = rule(plugins, "good", "");
        DropInFolder logs = rule(plugins, "logs", "requires java.logging;");
        DropInFolder loose = rule(plugins, "loose", "");
        Path pins = plugins.resolveSibling("plugins.toml");
        Files.writeString(pins, pin("good", good) + pin("logs", logs));
        Path project = Files.createDirectories(folder.resolve("project"));
        Files.writeString(project.resolve("dryrun.toml"), "[project]\nid = \"sample\"\n");

        CommandRun run;
        try (CapturedDatabase captured =
                CapturedDatabase.of(PostgresVersion.V18, "CREATE TABLE t (k int PRIMARY KEY)")) {
            run = server(project, captured.historyFile()).withInput(SESSION).run();
        }

        assertThat(run.status()).isZero();
        List<String> answers = run.stdout().lines().toList();
        assertThat(answers).hasSize(4);
        assertThat(answers.subList(1, 3))
                .allSatisfy(answer ->
                        assertThat(answer)
                                .contains("acme/good")
                                .doesNotContain("acme/logs", "acme/loose"));
        assertThat(answers.getLast()).contains("\"id\":3,\"result\":{}");
        assertThat(run.stderr().lines())
                .satisfiesExactly(
                        line ->
                                assertThat(line)
                                        .startsWith("warning: " + loose.path() + " is not pinned"),
                        line ->
                                assertThat(line)
                                        .startsWith("warning: " + logs.path())
                                        .contains("it reads java.logging"));
    }

    private static String pin(String name, DropInFolder plugin) throws IOException {
        return "%s = \"sha256:%s\"\n".formatted(name, FolderHash.of(plugin.path()));
    }

    private static DropInFolder rule(Path plugins, String name, String requires) {
        String module = "acme." + name;
        return DropInFolder.in(plugins, name)
                .jar(
                        name,
                        Map.of("DryRun-Api", "lint/1"),
                        Map.of(
                                "module-info.java",
                                """
                                module %1$s {
                                    requires dev.dryrun.lint; %2$s
                                    provides dev.dryrun.lint.spi.LintRule with %1$s.Rule;
                                }
                                """
                                        .formatted(module, requires),
                                "Rule.java",
                                """
                                package acme.%1$s;
                                import dev.dryrun.lint.spi.*;
                                import dev.dryrun.model.*;
                                public final class Rule implements TableRule {
                                    public RuleId id() { return new RuleId("acme/%1$s"); }
                                    public RuleInfo info() {
                                        return new RuleInfo("do", Severity.INFO, "https://x.org");
                                    }
                                    public void check(Table t, LintContext c, FindingSink s) {
                                        s.add(Violation.of(t, "m", "r"));
                                    }
                                }
                                """
                                        .formatted(name)));
    }

    private Command server(Path project, Path history) {
        return Command.java(
                        "-p",
                        String.valueOf(System.getProperty("jdk.module.path")),
                        "--enable-native-access=dev.dryrun.pgquery,org.xerial.sqlitejdbc",
                        "-Ddryrun.libpg_query=" + System.getProperty("dryrun.libpg_query"),
                        "-m",
                        "dev.dryrun.mcp/dev.dryrun.mcp.Main",
                        "--history-db",
                        history.toString())
                .withVariable("XDG_CONFIG_HOME", folder.resolve("config").toString())
                .in(project);
    }
}
