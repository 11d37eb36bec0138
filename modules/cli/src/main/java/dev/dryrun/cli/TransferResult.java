package dev.dryrun.cli;

import dev.dryrun.report.JsonText;
import dev.dryrun.report.TransferJson;
import dev.dryrun.report.TransferReport;
import dev.dryrun.report.TransferText;
import dev.dryrun.store.Transferred;
import java.util.ArrayList;
import java.util.List;

/// Prints what moved.
///
/// @param terminal where to
/// @param output in which form
record TransferResult(Terminal terminal, OutputOptions output) {

    /// Prints it.
    ///
    /// @param place from where or to where, as messages call it
    /// @param push whether it was a push
    /// @param done what moved
    /// @param warnings what is to be said before what the transfer itself says
    void print(String place, boolean push, Transferred done, List<String> warnings) {
        List<String> all = new ArrayList<>(warnings);
        all.addAll(done.warnings());
        TransferReport report =
                new TransferReport(
                        place,
                        push,
                        done.streams().stream()
                                .map(line ->
                                        new TransferReport.Line(
                                                line.key(),
                                                line.stream(),
                                                line.copied(),
                                                line.upToDate()))
                                .toList(),
                        done.blobs(),
                        done.bytes(),
                        all);
        terminal.out()
                .print(
                        output.json()
                                ? JsonText.of(TransferJson.of(report))
                                : TransferText.of(report));
    }
}
