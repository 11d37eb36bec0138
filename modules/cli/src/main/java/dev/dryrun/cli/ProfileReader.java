package dev.dryrun.cli;

import dev.dryrun.config.Profile;
import dev.dryrun.config.Project;
import dev.dryrun.config.Secret;
import dev.dryrun.report.ProfilesReport;
import dev.dryrun.report.ProfilesReport.Entry;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// Makes what is shown of the profiles: variables as they are written, passwords never.
final class ProfileReader {

    private static final Pattern IN_URL = Pattern.compile("(://[^:/@]*):(?!\\$\\{[^}]*}@).*@");
    private static final Pattern IN_WORDS =
            Pattern.compile("(password\\s*=\\s*)(?!\\$\\{[^}]*})('(?:\\\\.|[^'])*'?|[^\\s&]*)");

    private ProfileReader() {}

    static ProfilesReport report(Project project, Terminal terminal) {
        Path file = project.file();
        List<Entry> entries =
                project.config().profiles().values().stream()
                        .map(profile -> entry(project, profile))
                        .toList();
        return new ProfilesReport(
                file == null ? null : ProjectOptions.shown(file, terminal).toString(),
                project.profile(null, terminal.environment()).map(Profile::name).orElse(null),
                entries);
    }

    static Entry entry(Project project, Profile profile) {
        String database = profile.databaseId();
        Secret url = profile.dbUrl();
        return new Entry(
                profile.name(),
                url == null ? null : shown(url.raw()),
                database == null ? project.id() : database);
    }

    /// {@return the connection string without the password that may stand in it}
    static String shown(String url) {
        String noUserPart = IN_URL.matcher(url).replaceAll("$1:***@");
        return IN_WORDS.matcher(noUserPart).replaceAll("$1***");
    }
}
