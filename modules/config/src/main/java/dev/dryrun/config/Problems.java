package dev.dryrun.config;

import dev.dryrun.model.ConfigException;
import dev.dryrun.model.ErrorCode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.tomlj.TomlPosition;

/// What is wrong with one file, and which keys its reader knows.
final class Problems {

    static final String REFERENCE = "docs/reference/configuration.md lists every key";

    private record Problem(int line, int column, String text) {}

    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private final SequencedSet<String> known = new LinkedHashSet<>();

    Problems(String file) {
        this.file = file;
    }

    void add(TomlPosition position, String text) {
        problems.add(new Problem(position.line(), position.column(), text));
    }

    void know(String key) {
        known.add(key);
    }

    /// {@return every key that was asked for, as the reference writes it: `node[].name`}
    SequencedSet<String> known() {
        return known;
    }

    /// {@return the exception for one problem that keeps the file from being read at all}
    ConfigException only(TomlPosition position, String text) {
        return exception(new Problem(position.line(), position.column(), text), 0);
    }

    /// Throws the one that stands first in the file.
    void throwFirst() {
        List<Problem> sorted =
                problems.stream()
                        .sorted(
                                Comparator.comparingInt(Problem::line)
                                        .thenComparingInt(Problem::column))
                        .toList();
        if (!sorted.isEmpty()) {
            throw exception(sorted.getFirst(), sorted.size() - 1);
        }
    }

    private ConfigException exception(Problem first, int others) {
        String more =
                switch (others) {
                    case 0 -> "";
                    case 1 -> "there is one more problem after it; ";
                    default -> "there are " + others + " more problems after it; ";
                };
        return new ConfigException(
                ErrorCode.CONFIG_INVALID,
                file + ":" + first.line() + ":" + first.column() + ": " + first.text(),
                more + REFERENCE);
    }
}
