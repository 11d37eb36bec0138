package dev.dryrun.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.model.PluginLayer;
import dev.dryrun.testkit.Command;
import dev.dryrun.testkit.DropInFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real folders and real jars: what runs, and what has to be pinned first.
final class PluginsTest {

    @TempDir private Path folder;
    private Sandbox sandbox;

    @BeforeEach
    void fill() {
        sandbox = new Sandbox(folder);
    }

    @Test
    void withoutFoldersThereIsNothingAndNothingToSay() {
        assertThat(sandbox.load()).isEqualTo(LoadedPlugins.NONE);
    }

    @Test
    void aPinnedPluginIsLoadedInALayerOfItsOwn() {
        sandbox.pin(sandbox.tool("rank"), sandbox.tool("other"));

        LoadedPlugins loaded = sandbox.load();

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.layers()).extracting(PluginLayer::name).containsExactly("other", "rank");
        assertThat(tools(loaded)).containsExactly("acme.other", "acme.rank");
    }

    @Test
    void thePinIsWhatTheShellPrints() throws IOException {
        DropInFolder plugin = sandbox.tool("rank");
        Files.createDirectories(plugin.path().resolve("legal/Some Licences"));
        Files.writeString(plugin.path().resolve("legal/Some Licences/NOTICE"), "yours\n");
        Files.writeString(plugin.path().resolve("README.md"), "");
        Files.writeString(plugin.path().resolve(".hidden"), "x");

        String printed =
                Command.of("sh", "-c")
                        .with(
                                "find . -type f | LC_ALL=C sort | xargs -d '\\n' sha256sum"
                                        + " | sha256sum")
                        .in(plugin.path())
                        .run()
                        .stdout();

        assertThat(printed).isEqualTo(FolderHash.of(plugin.path()) + "  -\n");
    }

    @Test
    void aPluginThatIsNotPinnedIsRefusedWithTheLineThatLetsItRun() {
        DropInFolder plugin = sandbox.tool("rank");

        LoadedPlugins refused = sandbox.load();

        assertThat(refused.layers()).isEmpty();
        assertThat(refused.problems()).hasSize(1);
        String line = refused.problems().getFirst();
        assertThat(line)
                .startsWith(plugin.path() + " is not pinned")
                .contains(sandbox.configuration().resolve("plugins.toml").toString());
        sandbox.add(line.substring(line.indexOf("this line: ") + "this line: ".length()));
        assertThat(tools(sandbox.load())).containsExactly("acme.rank");
    }

    @Test
    void aPluginThatChangedIsRefusedWithItsNewLine() throws IOException {
        DropInFolder plugin = sandbox.tool("rank");
        sandbox.pin(plugin);
        Files.writeString(plugin.path().resolve("more.txt"), "x");

        LoadedPlugins refused = sandbox.load();

        assertThat(refused.layers()).isEmpty();
        assertThat(refused.problems())
                .singleElement()
                .asString()
                .startsWith(plugin.path() + " is not what was pinned")
                .endsWith("rank = \"sha256:" + FolderHash.of(plugin.path()) + "\"");
    }

    @Test
    void whatIsMeantForSomethingElseIsNotEvenHashed() {
        DropInFolder.in(sandbox.own(), "elsewhere")
                .jar(
                        "elsewhere",
                        Map.of(PluginJar.ATTRIBUTE, "other/3"),
                        Map.of("a/A.java", "package a; class A {}"));

        assertThat(sandbox.load()).isEqualTo(LoadedPlugins.NONE);
        assertThat(sandbox.plugins().load(Sandbox.OTHER).problems()).hasSize(1);
    }

    private List<String> tools(LoadedPlugins loaded) {
        getClass().getModule().addUses(ToolProvider.class);
        return loaded.layers().stream()
                .flatMap(plugin ->
                        ServiceLoader.load(plugin.layer(), ToolProvider.class).stream()
                                .filter(provider -> plugin.holds(provider.type())))
                .map(provider -> provider.get().name())
                .toList();
    }
}
