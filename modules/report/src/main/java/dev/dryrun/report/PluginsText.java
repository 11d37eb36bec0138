package dev.dryrun.report;

import dev.dryrun.report.PluginsReport.Entry;
import java.util.List;

/// The plugins as text.
public final class PluginsText {

    private static final String NONE = "-";

    private PluginsText() {}

    /// {@return a table, then one line for each thing that is wrong}
    ///
    /// @param report what to say
    public static String list(PluginsReport report) {
        StringBuilder text = new StringBuilder();
        if (report.plugins().isEmpty()) {
            text.append("No plugins. dryrun plugin path says where they are looked for.\n");
        } else {
            TextTable table = TextTable.of("PLUGIN", "BUILT FOR", "FROM", "STATE");
            for (Entry plugin : report.plugins()) {
                table.row(
                        plugin.name(),
                        joined(plugin.builtFor()),
                        plugin.origin(),
                        plugin.problems().isEmpty() ? "ready" : "refused");
            }
            text.append(table);
        }
        for (Entry plugin : report.plugins()) {
            plugin.problems().stream()
                    .limit(1)
                    .forEach(it -> text.append(ErrorText.warning(plugin.folder() + " " + it)));
        }
        report.problems().forEach(problem -> text.append(ErrorText.warning(problem)));
        return text.toString();
    }

    /// {@return all that is known of each, and whether something is wrong}
    ///
    /// @param report what to say
    public static String verified(PluginsReport report) {
        StringBuilder text = new StringBuilder();
        for (Entry plugin : report.plugins()) {
            text.append(VisibleText.of(plugin.folder())).append('\n');
            text.append("  built for  ").append(joined(plugin.builtFor())).append('\n');
            text.append("  modules    ").append(joined(plugin.modules())).append('\n');
            List<String> brings = plugin.brings();
            if (brings != null) {
                text.append("  brings     ").append(joined(brings)).append('\n');
            }
            String pin = plugin.pin();
            if (pin != null) {
                text.append("  pin        ").append(VisibleText.of(pin)).append('\n');
                text.append("             ")
                        .append(
                                plugin.pinned()
                                        ? "in force"
                                        : "not in force, so that nothing of it was run")
                        .append('\n');
            }
            for (String problem : plugin.problems()) {
                text.append("  wrong: ").append(VisibleText.of(problem)).append('\n');
            }
        }
        report.problems().forEach(it -> text.append("wrong: " + VisibleText.of(it) + "\n"));
        return text.append(verdict(report)).toString();
    }

    private static String verdict(PluginsReport report) {
        if (report.clean()) {
            return report.plugins().isEmpty() ? "No plugins.\n" : "Nothing is wrong.\n";
        }
        long refused =
                report.plugins().stream().filter(plugin -> !plugin.problems().isEmpty()).count();
        return "%d of %s cannot be used.\n"
                .formatted(refused, Counted.of(report.plugins().size(), "plugin"));
    }

    private static String joined(List<String> words) {
        return words.isEmpty() ? NONE : VisibleText.of(String.join(", ", words));
    }
}
