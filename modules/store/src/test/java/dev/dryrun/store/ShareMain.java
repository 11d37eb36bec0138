package dev.dryrun.store;

import dev.dryrun.testkit.Command;
import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/// A process of its own that pushes or pulls, and may be killed.
final class ShareMain {

    /// Said after the other arguments: the system gives it no hard links.
    static final String WITHOUT_LINKS = "without-links";

    private ShareMain() {}

    /// `push FILE FOLDER` or `pull FOLDER FILE`; says `ready` before it begins.
    public static void main(String[] arguments) throws IOException {
        Path from = Path.of(arguments[1]);
        Path to = Path.of(arguments[2]);
        if (List.of(arguments).contains(WITHOUT_LINKS)) {
            WithoutLinks.begin();
            demandNoLinks(from);
        }
        System.out.println("ready");
        Transferred done =
                arguments[0].equals("push")
                        ? Places.push(from, to)
                        : Places.pull(from, to, Selection.ALL);
        System.out.println(done.blobs() + " moved");
    }

    private static void demandNoLinks(Path file) throws IOException {
        Path link = file.resolveSibling("link-to-" + file.getFileName());
        try {
            Files.createLink(link, file);
        } catch (FileSystemException e) {
            return;
        }
        throw new IllegalStateException("there are links: " + link);
    }

    static Command command(String what, Path from, Path to, String... more) {
        String classPath =
                Command.classPath()
                        + File.pathSeparator
                        + System.getProperty("jdk.module.path", "");
        return Command.java("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData")
                // Who is killed removes no library that was unpacked there.
                .with("-Djava.io.tmpdir=" + from.getParent())
                .with("--enable-native-access=ALL-UNNAMED", "-cp", classPath)
                .with(ShareMain.class.getName(), what, from.toString(), to.toString())
                .with(more)
                .within(Duration.ofMinutes(5));
    }
}
