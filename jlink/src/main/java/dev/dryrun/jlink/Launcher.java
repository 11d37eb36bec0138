package dev.dryrun.jlink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// `bin/dryrun`: a template with the roots' options and the list of offline commands put in.
///
/// @param text the script
record Launcher(String text) {

    private static final String USE = "-XX:AOTCache=";
    private static final String TRAIN = "-XX:AOTCacheOutput=";

    /// Fills in the template.
    ///
    /// @param folder the folder with the template `dryrun` and the list `offline-commands`
    /// @param sqliteLibrary the file name of sqlite's native library in `lib/`
    /// @param nativeAccess the value of `--enable-native-access` for a root
    static Launcher render(Path folder, String sqliteLibrary, Function<Root, String> nativeAccess)
            throws IOException {
        String text = Files.readString(folder.resolve("dryrun"));
        for (Root root : Root.values()) {
            text = text.replace("@HEAP_" + root + "@", root.heap());
            text = text.replace("@NATIVE_" + root + "@", nativeAccess.apply(root));
        }
        text = text.replace("@SQLITE@", sqliteLibrary);
        text = text.replace("@OFFLINE@", patterns(offlineCommands(folder)));
        return new Launcher(text);
    }

    /// {@return the offline commands, one or two words each}
    ///
    /// @param folder the folder with the list
    static List<String> offlineCommands(Path folder) throws IOException {
        return Files.readAllLines(folder.resolve("offline-commands")).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /// The script matches on the first two words with a space between.
    private static String patterns(List<String> commands) {
        return commands.stream()
                .map(command -> command.contains(" ") ? "'" + command + "'" : "'" + command + " '*")
                .collect(Collectors.joining(" | "));
    }

    /// {@return the same script, except that it makes the cache instead of using it}
    ///
    /// A cache fits only the options it was made with, so there is no second list of them.
    Launcher forTraining() {
        if (!text.contains(USE)) {
            throw new IllegalStateException("the launcher names no " + USE);
        }
        return new Launcher(text.replace(USE, TRAIN));
    }

    /// Writes the script, for everybody to run.
    ///
    /// @param file where
    void write(Path file) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
