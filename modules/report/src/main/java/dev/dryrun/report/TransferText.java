package dev.dryrun.report;

import dev.dryrun.model.SnapshotKey;
import org.jspecify.annotations.Nullable;

/// What a push or a pull did as text.
public final class TransferText {

    private TransferText() {}

    /// {@return the warnings, a line for each key and stream, then how much moved}
    ///
    /// @param report what to say
    public static String of(TransferReport report) {
        StringBuilder text = new StringBuilder(SnapshotLine.warnings(report.warnings()));
        SnapshotKey key = null;
        for (TransferReport.Line line : report.streams()) {
            if (!line.key().equals(key)) {
                key = line.key();
                text.append(heading(report, key));
            }
            text.append(
                    "  %-18s %d copied, %d up to date\n"
                            .formatted(
                                    VisibleText.of(line.stream()), line.copied(), line.upToDate()));
        }
        return text.append(
                        report.bytes() == 0
                                ? "Nothing moved\n"
                                : Counted.of(report.blobs(), "object")
                                        + ", "
                                        + ByteCount.of(report.bytes())
                                        + " moved\n")
                .toString();
    }

    private static String heading(TransferReport report, @Nullable SnapshotKey key) {
        return (report.push() ? "Pushed " : "Pulled ")
                + VisibleText.of(String.valueOf(key))
                + (report.push() ? " to " : " from ")
                + VisibleText.of(report.place())
                + "\n";
    }
}
