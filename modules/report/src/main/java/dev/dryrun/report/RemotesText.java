package dev.dryrun.report;

/// Remotes as text.
public final class RemotesText {

    private RemotesText() {}

    /// {@return a table of the remotes, or how to add one}
    ///
    /// @param report what to say
    public static String of(RemotesReport report) {
        if (report.remotes().isEmpty()) {
            return "No remote; add one with: dryrun remote add NAME REF\n";
        }
        TextTable table = TextTable.of("name", "type", "default", "ref");
        report.remotes()
                .forEach(remote ->
                        table.row(
                                remote.name(),
                                remote.type(),
                                remote.isDefault() ? "yes" : "",
                                remote.ref()));
        return table.toString();
    }

    /// {@return a line for each remote: what it answered, or why it did not}
    ///
    /// @param report what to say
    public static String states(RemotesReport report) {
        StringBuilder text = new StringBuilder();
        for (RemotesReport.Entry remote : report.remotes()) {
            String error = remote.error();
            text.append(VisibleText.of(remote.name()))
                    .append(error == null ? ": ok: " : ": failed: ")
                    .append(VisibleText.of(error == null ? "" + remote.state() : error))
                    .append('\n');
        }
        return text.toString();
    }
}
