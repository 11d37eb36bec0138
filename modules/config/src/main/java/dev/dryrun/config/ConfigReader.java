package dev.dryrun.config;

import dev.dryrun.model.RuleId;
import dev.dryrun.model.Severity;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;

/// Turns the text of a `dryrun.toml` into records. Every key that exists is asked for here.
final class ConfigReader {

    private static final List<String> SEVERITIES = List.of("error", "warning", "info");
    private static final long KEEP_DEFAULT = 3;
    private static final long ROW_CAP_DEFAULT = 500;

    private ConfigReader() {}

    static Config read(String text, String shownAs) {
        return read(text, new Problems(shownAs));
    }

    /// {@return every key there is, as far as this text has the sections for them}
    static SequencedSet<String> knownKeys(String text) {
        Problems problems = new Problems("dryrun.toml");
        read(text, problems);
        return problems.known();
    }

    private static Config read(String text, Problems problems) {
        TomlParseResult file = parse(text, problems);
        Section top = new Section(file, TomlPosition.positionAt(1, 1), "", "", problems);
        Config config = read(top);
        top.end();
        problems.throwFirst();
        return config;
    }

    /// {@return the text as tables, or the first of its mistakes thrown}
    static TomlParseResult parse(String text, Problems problems) {
        try {
            TomlParseResult file = Toml.parse(text);
            for (TomlParseError error : file.errors()) {
                problems.add(error.position(), oneLine(error));
            }
            problems.throwFirst();
            return file;
        } catch (StackOverflowError _) {
            throw problems.only(TomlPosition.positionAt(1, 1), "arrays or tables nest too deep");
        }
    }

    private static String oneLine(TomlParseError error) {
        String message = error.getMessage();
        return message == null ? "not TOML" : message.lines().findFirst().orElse("not TOML");
    }

    private static Config read(Section top) {
        String projectId = top.section("project", project -> project.nonEmpty("id"));
        List<Remote> remotes = new RemoteReader().remotes(top);
        List<String> remoteNames = remotes.stream().map(Remote::name).toList();
        SequencedMap<String, Profile> profiles =
                top.named("profiles", (name, section) -> profile(name, section, remoteNames));
        String defaultProfile = top.section("default", section -> chosen(section, profiles));
        return new Config(
                projectId,
                defaultProfile,
                profiles,
                top.flag("require_masks", false),
                top.section("masking", section -> section.flag("keep_jsonb_histograms", false)),
                top.section("conventions", ConfigReader::conventions),
                top.section("history", ConfigReader::retention),
                top.section(
                        "query_stats", section -> section.number("row_cap", ROW_CAP_DEFAULT, 0)),
                NodeReader.nodes(top),
                remotes,
                top.section("calendar", ConfigReader::calendar),
                top.section("services", section -> secret(section, "pgmustard_api_key")),
                top.flag("telemetry_enabled"));
    }

    static @Nullable Secret secret(Section section, String key) {
        String raw = section.nonEmpty(key);
        return raw == null ? null : new Secret(raw);
    }

    private static Profile profile(String name, Section section, List<String> remoteNames) {
        String remote = section.nonEmpty("remote");
        if (remote != null && !remoteNames.contains(remote)) {
            section.problem("remote", undefined(section, "remote", remote, remoteNames));
        }
        return new Profile(
                name,
                secret(section, "db_url"),
                section.nonEmpty("database_id"),
                section.nonEmpty("masks_file"),
                section.strings("mask_policies"),
                remote,
                section.nonEmpty("stream"));
    }

    private static @Nullable String chosen(
            Section section, SequencedMap<String, Profile> profiles) {
        String name = section.nonEmpty("profile");
        if (name != null && !profiles.containsKey(name)) {
            section.problem("profile", undefined(section, "profile", name, profiles.keySet()));
        }
        return name;
    }

    private static String undefined(
            Section section, String what, String name, Collection<String> defined) {
        return section.title()
                + " names the "
                + what
                + " "
                + Section.quoted(name)
                + ", which is not defined"
                + Section.meant(name, defined);
    }

    private static Conventions conventions(Section section) {
        String tableName =
                section.oneOf(
                        "table_name",
                        "auto",
                        List.of(
                                "auto",
                                "snake_singular",
                                "snake_plural",
                                "camelCase",
                                "PascalCase",
                                "custom_regex"));
        String columnName =
                section.oneOf(
                        "column_name",
                        "snake_case",
                        List.of("snake_case", "camelCase", "custom_regex"));
        CustomNames custom =
                section.section(
                        "custom",
                        inner ->
                                new CustomNames(
                                        regex(inner, "table_name_regex", tableName),
                                        regex(inner, "column_name_regex", columnName)));
        return new Conventions(
                tableName,
                columnName,
                section.oneOf(
                        "pk_type",
                        "bigint_identity",
                        List.of("bigint_identity", "int_identity", "uuid", "")),
                section.string("fk_pattern", "fk_{table}_{column}"),
                section.string("index_pattern", "idx_{table}_{columns}"),
                section.flag("require_timestamps", true),
                section.string("timestamp_type", "timestamptz"),
                section.flag("prefer_text_over_varchar", true),
                Severity.ofWord(section.oneOf("min_severity", "", SEVERITIES)).orElse(null),
                section.section("disabled_rules", ConfigReader::rules),
                custom.table(),
                custom.column());
    }

    private record CustomNames(@Nullable String table, @Nullable String column) {}

    private static @Nullable String regex(Section section, String key, String style) {
        boolean wanted = style.equals("custom_regex");
        if (wanted && !section.has(key)) {
            section.problem("needs " + Section.quoted(key) + " when the style is custom_regex");
        }
        String regex = section.parsed(key, "is not a regular expression", text -> compiles(text));
        return wanted ? regex : null;
    }

    private static @Nullable String compiles(String text) {
        try {
            return Pattern.compile(text).pattern();
        } catch (PatternSyntaxException _) {
            return null;
        }
    }

    private static List<RuleId> rules(Section section) {
        return section.strings("rules", "a rule id like \"pk/exists\"", ConfigReader::rule);
    }

    private static Optional<RuleId> rule(String text) {
        try {
            return Optional.of(new RuleId(text));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Retention retention(Section section) {
        return new Retention(
                section.duration("max_age"),
                section.flag("auto_prune", false),
                section.number("keep_schemas", KEEP_DEFAULT, Long.MIN_VALUE),
                section.number("keep_planner", KEEP_DEFAULT, Long.MIN_VALUE));
    }

    private static WorkCalendar calendar(Section section) {
        List<DayOfWeek> days =
                section.strings("weekend", "a day like \"sat\" or \"saturday\"", ConfigReader::day);
        Set<DayOfWeek> weekend =
                section.has("weekend")
                        ? Set.copyOf(days)
                        : EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
        ZoneId zone =
                section.parsed(
                        "timezone",
                        "must be an IANA time zone like \"Europe/Prague\"",
                        ConfigReader::zone);
        return new WorkCalendar(weekend, zone == null ? ZoneId.of("UTC") : zone);
    }

    private static Optional<DayOfWeek> day(String text) {
        String word = text.toUpperCase(Locale.ROOT);
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().equals(word) || day.name().substring(0, 3).equals(word)) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private static @Nullable ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
