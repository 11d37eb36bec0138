package dev.dryrun.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PluginPlacesTest {

    @TempDir private Path folder;

    @Test
    void theUsersFolderFollowsTheSystem() {
        Map<String, String> home = Map.of("HOME", "/people/ada");

        assertThat(own(home, "Linux")).hasToString("/people/ada/.config/dryrun/plugins");
        assertThat(own(home, "Mac OS X"))
                .hasToString("/people/ada/Library/Application Support/dryrun/plugins");
        assertThat(own(Map.of(), "Linux")).hasToString("/people/user/.config/dryrun/plugins");
        assertThat(own(Map.of("HOME", "/people/ada", "APPDATA", "/roaming"), "Windows 11"))
                .hasToString("/roaming/dryrun/plugins");
        assertThat(own(Map.of("HOME", "/people/ada", "XDG_CONFIG_HOME", "/conf"), "Linux"))
                .hasToString("/conf/dryrun/plugins");
    }

    @Test
    void aRelativeFolderIsNoUsersOwn() {
        assertThat(own(Map.of("XDG_CONFIG_HOME", "conf", "HOME", "."), "Linux"))
                .hasToString("/people/user/.config/dryrun/plugins");
    }

    @Test
    void anInstallationIsWhereTheShippedPinsLie() throws IOException {
        assertThat(places().installed()).isEmpty();
        Files.createDirectories(folder.resolve("lib"));
        Files.writeString(folder.resolve("lib/plugins.toml"), "");

        assertThat(places().installed()).contains(folder.resolve("plugins"));
    }

    /// Else the plugins of whoever runs the tests would be a part of them.
    @Test
    void testsAndTheirProcessesHaveNoUser() {
        assertThat(PluginPlaces.of(Map.of()).own().orElseThrow().toString()).contains("no-home");
        assertThat(PluginPlaces.of(System.getenv()).own().orElseThrow().toString())
                .contains("no-configuration");
    }

    private PluginPlaces places() {
        return PluginPlaces.of(Map.of(), name -> name.equals("java.home") ? folder.toString() : "");
    }

    private static Path own(Map<String, String> environment, String system) {
        return PluginPlaces.of(
                        environment,
                        name ->
                                switch (name) {
                                    case "os.name" -> system;
                                    case "user.home" -> "/people/user";
                                    default -> "";
                                })
                .own()
                .orElseThrow();
    }
}
