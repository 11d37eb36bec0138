package dev.dryrun.plugin;

import static dev.dryrun.plugin.PluginJar.ATTRIBUTE;
import static dev.dryrun.plugin.Sandbox.FOR_TOOL;
import static dev.dryrun.plugin.Sandbox.sources;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.model.PluginLayer;
import dev.dryrun.testkit.DropInFolder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What cannot be used is one line that names the folder, and what lies beside it still works.
final class RefusalsTest {

    @TempDir private static Path shared;
    @TempDir private Path folder;
    private Sandbox sandbox;

    @BeforeAll
    static void compileOneThatWorks() {
        new Sandbox(shared).tool("works");
    }

    @BeforeEach
    void addOneThatWorks() throws IOException {
        sandbox = new Sandbox(folder);
        DropInFolder works = DropInFolder.in(sandbox.own(), "works");
        Path jar = new Sandbox(shared).own().resolve("works/works.jar");
        Files.copy(jar, works.path().resolve("works.jar"));
        sandbox.pin(works);
    }

    @Test
    void anotherVersionOfTheInterface() {
        assertRefused(
                bad().jar("bad", Map.of(ATTRIBUTE, "tool/2"), sources("acme.bad", "")),
                "is built for tool/2, and this DryRun has tool/1: update DryRun");
    }

    @Test
    void anInterfaceThatIsNotThere() {
        assertRefused(
                bad().jar("bad", Map.of(ATTRIBUTE, "toll/1"), sources("acme.bad", "")),
                "is built for toll/1, and this DryRun has tool/1, other/3");
    }

    @Test
    void aVersionThatIsNotSaid() {
        assertRefused(
                bad().jar("bad", Map.of(), sources("acme.bad", "")),
                "provides java.util.spi.ToolProvider and does not say for which version; its"
                        + " manifest needs DryRun-Api: tool/1");
    }

    @Test
    void nothingThatIsProvided() {
        assertRefused(
                bad().jar("bad", FOR_TOOL, Map.of("module-info.java", "module acme.bad {}")),
                "is built for tool/1, and no module in it provides java.util.spi.ToolProvider");
    }

    @Test
    void aModuleThatIsMissing() throws IOException {
        DropInFolder bad =
                bad().jar("gone", Map.of(), Map.of("module-info.java", "module acme.gone {}"))
                        .jar("bad", FOR_TOOL, sources("acme.bad", "requires acme.gone;"));
        Files.delete(bad.path().resolve("gone.jar"));

        assertRefused(
                bad,
                "needs the module acme.gone for bad.jar, and there is none in it nor among"
                        + " DryRun's");
    }

    @Test
    void onePackageInTwoJars() {
        assertRefused(
                bad().jar("bad", FOR_TOOL, sources("acme.bad", ""))
                        .jar("more", Map.of(), Map.of("B.java", "package acme.bad; class B {}")),
                "holds bad.jar and more.jar, which both have the package acme.bad");
    }

    @Test
    void oneModuleInTwoJars() {
        assertRefused(
                bad().jar("bad-1", FOR_TOOL, sources("acme.bad", ""))
                        .jar("bad-2", Map.of(), Map.of("module-info.java", "module acme.bad {}")),
                "holds bad-1.jar and bad-2.jar, which are both the module acme.bad");
    }

    @Test
    void aJarThatIsCutShort() throws IOException {
        DropInFolder bad = bad().jar("bad", FOR_TOOL, sources("acme.bad", ""));
        try (FileChannel jar =
                FileChannel.open(bad.path().resolve("bad.jar"), StandardOpenOption.WRITE)) {
            jar.truncate(jar.size() / 2);
        }

        assertRefused(bad, "holds bad.jar, which is broken: not a readable jar");
    }

    @Test
    void aModuleOfDryRunItself() {
        assertRefused(
                bad().jar("bad", FOR_TOOL, sources("acme.bad", ""))
                        .jar(
                                "dryrun-model",
                                Map.of(),
                                Map.of("module-info.java", "module dev.dryrun.model {}")),
                "holds dryrun-model.jar, the module dev.dryrun.model, which DryRun itself has:"
                        + " leave it out");
    }

    @Test
    void anAutomaticModuleWithAPackageThatIsThereAlready() {
        assertRefused(
                bad().jar("bad", FOR_TOOL, sources("acme.bad", ""))
                        .jar("extra", Map.of(), Map.of("B.java", "package org.tomlj; class B {}")),
                "holds extra.jar, an automatic module with the package org.tomlj, and so has"
                        + " DryRun's org.tomlj");
    }

    @Test
    void anAutomaticModuleWithANameThatIsThereAlready() {
        assertRefused(
                bad().jar("bad", FOR_TOOL, sources("acme.bad", ""))
                        .jar(
                                "extra",
                                Map.of("Automatic-Module-Name", "org.tomlj"),
                                Map.of("acme/B.java", "package acme; class B {}")),
                "holds extra.jar, the automatic module org.tomlj, and DryRun has a module of"
                        + " that name");
    }

    @Test
    void aLinkThatLeadsElsewhere() throws IOException {
        DropInFolder bad = bad().jar("bad", FOR_TOOL, sources("acme.bad", ""));
        Files.createSymbolicLink(bad.path().resolve("more"), folder);

        assertRefused(bad, "holds more, which is neither a file nor a folder");
    }

    @Test
    void aFolderWithoutAJar() {
        assertRefused(bad(), "holds no jar");
    }

    @Test
    void twoJarsThatSayWhatTheyAreFor() {
        assertRefused(
                bad().jar("bad", FOR_TOOL, sources("acme.bad", ""))
                        .jar("more", FOR_TOOL, sources("acme.more", "")),
                "holds bad.jar and more.jar, which both have DryRun-Api: one jar of a plugin has"
                        + " it");
    }

    @Test
    void jarsThatDoNotSayWhatTheyAreFor() {
        assertRefused(
                bad().jar("bad", Map.of(), Map.of("module-info.java", "module acme.bad {}")),
                "is no plugin: no jar in it has a manifest with DryRun-Api, one of tool/1,"
                        + " other/3");
    }

    @Test
    void aJarBesideTheFolders() throws IOException {
        DropInFolder rank = sandbox.tool("rank");
        Path jar = sandbox.own().resolve("rank.jar");
        Files.move(rank.path().resolve("rank.jar"), jar);
        Files.delete(rank.path());

        assertThat(sandbox.load().problems())
                .containsExactly(jar + " is no plugin: each lies in a folder of its own; move it");
    }

    @Test
    void aPluginWithTheNameOfAShippedOne() throws IOException {
        DropInFolder shipped =
                DropInFolder.in(sandbox.image().resolve("plugins"), "twin")
                        .jar("twin", FOR_TOOL, sources("acme.shipped", ""));
        Path pins = Files.createDirectories(sandbox.image().resolve("lib"));
        Files.writeString(
                pins.resolve("plugins.toml"),
                "twin = \"sha256:" + FolderHash.of(shipped.path()) + "\"\n");
        DropInFolder twin = sandbox.tool("twin");

        LoadedPlugins loaded = sandbox.load();

        assertThat(loaded.problems())
                .containsExactly(
                        twin.path()
                                + " has the name of a plugin in "
                                + shipped.path()
                                + ": not loaded; rename it");
        assertThat(loaded.layers())
                .extracting(PluginLayer::folder)
                .containsExactly(shipped.path(), sandbox.own().resolve("works"));
    }

    @Test
    void aFolderOfTheRepositoryBeingWorkedOn() throws IOException {
        Files.createDirectories(folder.resolve(".git"));

        assertThat(sandbox.load().layers()).isEmpty();
        assertThat(sandbox.load().problems())
                .containsExactly(
                        sandbox.own().resolve("works")
                                + " lies in the repository being worked on: not loaded; move it");
    }

    @Test
    void pinsThatCannotBeRead() throws IOException {
        Path pins = sandbox.configuration().resolve("plugins.toml");
        Files.writeString(pins, "works = 1\n");

        assertThat(sandbox.load().problems())
                .hasSize(2)
                .anyMatch(
                        line -> line.startsWith(sandbox.own().resolve("works") + " is not pinned"))
                .anyMatch(line -> line.startsWith(pins + ":1:1: \"works\" must be \"sha256:\""));
    }

    @Test
    void anAutomaticModuleFindsWhatItNeedsInTheFolder() {
        DropInFolder plugin =
                DropInFolder.in(sandbox.own(), "mixed")
                        .jar(
                                "base",
                                Map.of(),
                                Map.of(
                                        "module-info.java",
                                        "module acme.base { exports acme.base; }",
                                        "B.java",
                                        "package acme.base; public class B {}"))
                        .jar(
                                "auto",
                                Map.of("Automatic-Module-Name", "acme.auto"),
                                Map.of(
                                        "A.java",
                                        "package acme.auto; public class A"
                                                + " extends acme.base.B {}"))
                        .jar("mixed", FOR_TOOL, sources("acme.mixed", "requires acme.auto;"));
        sandbox.pin(plugin);

        LoadedPlugins loaded = sandbox.load();

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.layers().getFirst().layer().findModule("acme.base")).isPresent();
    }

    @Test
    void aModuleThatDryRunHasTooMayBeThePluginsOwn() {
        DropInFolder plugin =
                DropInFolder.in(sandbox.own(), "own")
                        .jar(
                                "tomlj",
                                Map.of(),
                                Map.of(
                                        "module-info.java",
                                        "module org.tomlj { exports org.tomlj; }",
                                        "T.java",
                                        "package org.tomlj; public class T {}"))
                        .jar("own", FOR_TOOL, sources("acme.own", "requires org.tomlj;"));
        sandbox.pin(plugin);

        assertThat(sandbox.load().problems()).isEmpty();
        assertThat(sandbox.load().layers()).hasSize(2);
    }

    @Test
    void whereAgentsAskOnlyWhatReadsOurModulesAloneIsLoaded() {
        DropInFolder sql =
                DropInFolder.in(sandbox.own(), "sql")
                        .jar("sql", FOR_TOOL, sources("acme.sql", "requires java.logging;"));
        DropInFolder ours =
                DropInFolder.in(sandbox.own(), "ours")
                        .jar("ours", FOR_TOOL, sources("acme.ours", "requires dev.dryrun.model;"));
        DropInFolder auto =
                bad().jar(
                                "auto",
                                Map.of("Automatic-Module-Name", "acme.auto"),
                                Map.of("A.java", "package acme.auto; public class A {}"))
                        .jar("bad", FOR_TOOL, sources("acme.bad", "requires acme.auto;"));
        sandbox.pin(sql, ours, auto);

        LoadedPlugins loaded =
                Plugins.closedIn(sandbox.places(), sandbox.project(), List.of(Sandbox.TOOL))
                        .load(Sandbox.TOOL);

        assertThat(loaded.layers()).extracting(PluginLayer::name).containsExactly("ours", "works");
        assertThat(loaded.problems())
                .containsExactly(
                        auto.path()
                                + " is not loaded here, where agents ask: auto.jar says nothing of"
                                + " what it reads: it has no module-info, and only java.base and"
                                + " DryRun's modules are allowed",
                        sql.path()
                                + " is not loaded here, where agents ask: it reads java.logging,"
                                + " and only java.base and DryRun's modules are allowed");
        assertThat(sandbox.load().layers()).hasSize(4);
    }

    private DropInFolder bad() {
        return DropInFolder.in(sandbox.own(), "bad");
    }

    /// Pinned or not: what it is stands in the way. The neighbour is loaded, and verifying says the
    /// same.
    private void assertRefused(DropInFolder bad, String why) {
        try {
            sandbox.add("bad = \"sha256:" + FolderHash.of(bad.path()) + "\"");
        } catch (IOException e) {
            assertThat(e).hasMessageContaining(why);
        }
        LoadedPlugins loaded = sandbox.load();

        assertThat(loaded.problems()).containsExactly(bad.path() + " " + why);
        assertThat(loaded.layers()).extracting(PluginLayer::name).containsExactly("works");
        assertThat(sandbox.plugins().status(bad.path()).problems()).contains(why);
        assertThat(sandbox.plugins().status(bad.path()).layer()).isNull();
    }
}
