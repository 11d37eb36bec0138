package dev.dryrun.config;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Reads `[[node]]`.
final class NodeReader {

    /// Stands in for a node that a problem was reported about, until the problem is thrown.
    private static final Secret MISSING = new Secret("");

    private NodeReader() {}

    static List<Node> nodes(Section top) {
        Set<String> names = new HashSet<>();
        return top.sections("node", section -> node(section, names));
    }

    private static Node node(Section section, Set<String> names) {
        String name = section.required("name");
        if (!names.add(name)) {
            section.problem("name", "two nodes are called " + Section.quoted(name));
        }
        Secret url = ConfigReader.secret(section, "url");
        String variable = section.nonEmpty("url_env");
        if (section.has("url") == section.has("url_env")) {
            section.problem("needs exactly one of \"url\" and \"url_env\"");
        }
        String role = section.oneOf("role", "auto", words(NodeRole.values()));
        List<StreamKind> streams =
                section.strings(
                        "streams",
                        "a stream; one of " + words(StreamKind.values()),
                        NodeReader::stream);
        if (section.isEmptyArray("streams")) {
            section.problem("streams", "\"streams\" in [[node]] must name at least one stream");
        }
        Duration interval = section.duration("interval");
        return new Node(
                name,
                NodeRole.valueOf(role.toUpperCase(Locale.ROOT)),
                variable == null && url == null ? MISSING : url,
                url == null ? variable : null,
                streams,
                interval == null ? Duration.ZERO : interval,
                section.section("intervals", NodeReader::intervals),
                section.flag("pool", false));
    }

    private static Map<StreamKind, Duration> intervals(Section section) {
        Map<StreamKind, Duration> intervals = new EnumMap<>(StreamKind.class);
        for (StreamKind kind : StreamKind.values()) {
            Duration interval = section.duration(word(kind));
            if (interval != null) {
                intervals.put(kind, interval);
            }
        }
        return intervals;
    }

    private static Optional<StreamKind> stream(String text) {
        return Stream.of(StreamKind.values()).filter(kind -> word(kind).equals(text)).findFirst();
    }

    private static List<String> words(Enum<?>[] values) {
        return Stream.of(values).map(NodeReader::word).toList();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
