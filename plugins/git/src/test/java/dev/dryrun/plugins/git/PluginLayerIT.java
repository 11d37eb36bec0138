package dev.dryrun.plugins.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The folder as it is built, in a process that has no more modules than DryRun promises plugins.
final class PluginLayerIT {

    private static final Path PLUGIN = Path.of(System.getProperty("plugin.folder"));
    private static final Path ROOT = Path.of(System.getProperty("dryrun.root"));
    private static final String PROMISED =
            "dev.dryrun.store,java.xml,java.naming,java.management,java.rmi,java.sql,"
                    + "jdk.crypto.ec,java.net.http";

    @TempDir private Path folder;

    @Test
    void everyJarIsAModuleAndNoPackageIsInTwo() {
        List<String> packages =
                ModuleFinder.of(PLUGIN).findAll().stream()
                        .flatMap(it -> it.descriptor().packages().stream())
                        .toList();
        assertThat(packages).doesNotHaveDuplicates().contains("dev.dryrun.plugins.git");
    }

    @Test
    void theFolderHoldsWhatTheDependenciesPageLists() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/explanation/dependencies.md"));
        try (Stream<Path> files = Files.list(PLUGIN)) {
            List<String> jars =
                    files.map(it -> it.getFileName().toString())
                            .filter(it -> !it.startsWith("dryrun-plugin-git-"))
                            .toList();
            assertThat(jars)
                    .hasSizeGreaterThan(7)
                    .allSatisfy(jar -> {
                        int dash = dash(jar);
                        String version = jar.substring(dash + 1, jar.length() - ".jar".length());
                        assertThat(page)
                                .containsPattern(
                                        "(?m)^\\| \\[[^\\]]*:"
                                                + jar.substring(0, dash)
                                                + "\\].*\\| "
                                                + version);
                    });
        }
    }

    @Test
    void aPushOverSshWorksInALayerOfItsOwn() throws Exception {
        Sandbox sandbox = new Sandbox(folder);
        Path repository = sandbox.repository();
        Path key = sandbox.home().resolve(".ssh/id_ed25519");
        sandbox.run(List.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key.toString()));
        try (SshServer server = new SshServer(0)) {
            server.trust(Files.readString(Path.of(key + ".pub")));
            Files.writeString(
                    sandbox.home().resolve(".ssh/known_hosts"), server.knownHost() + "\n");

            List<String> said = push(sandbox, server.url(repository));

            assertThat(said).hasSize(2);
            assertThat(said.getLast()).contains("dev.dryrun.store").doesNotContain("jgss");
            assertThat(sandbox.git("--git-dir", repository.toString(), "show", "dryrun:layer/1"))
                    .isEqualTo("from a layer");
        }
    }

    private List<String> push(Sandbox sandbox, String url) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.add("-Duser.home=" + sandbox.home());
        command.addAll(List.of("--limit-modules", PROMISED, "--add-modules", PROMISED));
        command.add("--module-path");
        command.add(modulePath());
        command.addAll(List.of("-cp", ROOT.resolve("plugins/git/target/test-classes").toString()));
        command.add(LayerMain.class.getName());
        command.addAll(List.of(PLUGIN.toString(), url, folder.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(sandbox.environment());
        Process process = builder.start();
        List<String> said = process.inputReader().lines().toList();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(String.join("\n", said)).isZero();
        return said;
    }

    /// All that this build sees but the plugin; what of it the process sees, the limit says.
    private static String modulePath() {
        String own = ROOT.resolve("plugins/git").toAbsolutePath().normalize().toString();
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.startsWith(own))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// {@return where the version begins}
    private static int dash(String jar) {
        int dash = jar.indexOf('-');
        while (!Character.isDigit(jar.charAt(dash + 1))) {
            dash = jar.indexOf('-', dash + 1);
        }
        return dash;
    }
}
