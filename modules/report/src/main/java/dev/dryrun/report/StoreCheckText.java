package dev.dryrun.report;

/// What a verification of shared snapshots found as text.
public final class StoreCheckText {

    private StoreCheckText() {}

    /// {@return a line for each problem, then how much was looked at}
    ///
    /// @param report what to say
    public static String of(StoreCheckReport report) {
        StringBuilder text = new StringBuilder();
        report.problems()
                .forEach(problem ->
                        text.append("damaged: ").append(VisibleText.of(problem)).append('\n'));
        return text.append(VisibleText.of(report.place()))
                .append(": ")
                .append(Counted.of(report.snapshots(), "snapshot"))
                .append(", ")
                .append(Counted.of(report.blobs(), "object"))
                .append(", ")
                .append(ByteCount.of(report.bytes()))
                .append(
                        report.problems().isEmpty()
                                ? ": whole\n"
                                : ": " + Counted.of(report.problems().size(), "problem") + "\n")
                .toString();
    }
}
