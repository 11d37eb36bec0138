package dev.dryrun.config;

import dev.dryrun.model.ConfigException;
import dev.dryrun.model.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Adds and removes `[[remote]]` blocks in the text of a `dryrun.toml`; every other letter stays.
///
/// What comes out was read again: it says what it said before and this one remote more or less.
public final class RemoteBlocks {

    /// Each with its own end.
    private static final String LINES = "(?<=\n)";

    private static final Pattern HEADER = Pattern.compile("\\s*\\[.*\\s*");
    private static final Pattern REMOTE =
            Pattern.compile("\\s*\\[\\[\\s*remote\\s*]]\\s*(#.*)?\\s*");
    private static final Pattern SPARE = Pattern.compile("\\s*(#.*)?\\s*");

    private RemoteBlocks() {}

    /// {@return the text with one remote more, at its end}
    ///
    /// @param text of a `dryrun.toml`
    /// @param shownAs how messages call the file
    /// @param remote the new one
    /// @throws ConfigException CONFIG_INVALID when the file would then say something that it must
    ///   not: two of a name, two defaults
    public static String added(String text, String shownAs, Remote remote) {
        StringBuilder block = new StringBuilder(text);
        if (!text.isEmpty()) {
            block.append(text.endsWith("\n") ? "\n" : "\n\n");
        }
        block.append("[[remote]]\n").append(line("name", Section.quoted(remote.name())));
        if (!remote.type().isEmpty()) {
            block.append(line("type", Section.quoted(remote.type())));
        }
        block.append(line("ref", Section.quoted(remote.ref())));
        remote.options()
                .forEach((key, value) ->
                        block.append(line(Section.bare(key), Section.quoted(value))));
        if (remote.isDefault()) {
            block.append(line("default", "true"));
        }
        String result = block.toString();
        List<Remote> expected = new ArrayList<>(ConfigReader.read(text, shownAs).remotes());
        expected.add(remote);
        return checked(text, result, shownAs, expected);
    }

    /// {@return the text without a remote; comments above the next block stay}
    ///
    /// @param text of a `dryrun.toml`
    /// @param shownAs how messages call the file
    /// @param name of one that it has
    /// @throws ConfigException CONFIG_INVALID when something else in the file names it
    public static String removed(String text, String shownAs, String name) {
        List<Remote> before = ConfigReader.read(text, shownAs).remotes();
        int index = before.stream().map(Remote::name).toList().indexOf(name);
        List<String> lines = new ArrayList<>(List.of(text.split(LINES)));
        List<Integer> headers = headers(lines);
        if (headers.size() != before.size()) {
            throw byHand(shownAs);
        }
        int from = headers.get(index);
        int to = from + 1;
        while (to < lines.size() && !HEADER.matcher(lines.get(to)).matches()) {
            to++;
        }
        boolean last = to == lines.size();
        while (!last && to > from + 1 && SPARE.matcher(lines.get(to - 1)).matches()) {
            to--;
        }
        while (!last && to < lines.size() && lines.get(to).isBlank()) {
            to++;
        }
        lines.subList(from, to).clear();
        while (last && !lines.isEmpty() && lines.getLast().isBlank()) {
            lines.removeLast();
        }
        String result = String.join("", lines);
        List<Remote> expected = new ArrayList<>(before);
        expected.remove(index);
        return checked(text, result, shownAs, expected);
    }

    private static List<Integer> headers(List<String> lines) {
        List<Integer> headers = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (REMOTE.matcher(lines.get(i)).matches()) {
                headers.add(i);
            }
        }
        return headers;
    }

    private static String line(String key, String value) {
        return key + " = " + value + "\n";
    }

    private static String checked(
            String before, String after, String shownAs, List<Remote> expected) {
        Config old = ConfigReader.read(before, shownAs);
        Config now = ConfigReader.read(after, shownAs);
        if (!now.remotes().equals(expected)
                || !now.withRemotes(List.of()).equals(old.withRemotes(List.of()))) {
            throw byHand(shownAs);
        }
        return after;
    }

    private static ConfigException byHand(String shownAs) {
        return new ConfigException(
                ErrorCode.CONFIG_INVALID,
                shownAs + " is written in a way that cannot be changed from here",
                "edit its remotes by hand");
    }
}
