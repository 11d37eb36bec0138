package dev.dryrun.store;

import java.nio.file.Path;

/// A process of its own that pushes or pulls, and may be killed.
final class ShareMain {

    private ShareMain() {}

    /// `push FILE FOLDER` or `pull FOLDER FILE`; says `ready` before it begins.
    public static void main(String[] arguments) {
        Path from = Path.of(arguments[1]);
        Path to = Path.of(arguments[2]);
        System.out.println("ready");
        Transferred done =
                arguments[0].equals("push")
                        ? Places.push(from, to)
                        : Places.pull(from, to, Selection.ALL);
        System.out.println(done.blobs() + " moved");
    }
}
