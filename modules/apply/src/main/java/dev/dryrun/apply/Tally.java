package dev.dryrun.apply;

import dev.dryrun.apply.Applied.LeftOut;
import dev.dryrun.apply.Applied.Setting;
import java.util.ArrayList;
import java.util.List;

/// Counts what was written while it is written. One thread.
final class Tally {

    private int tables;
    private int indexes;
    private int columns;
    private int extended;
    private int scaled;
    private int pagesMade;
    private final List<String> missing = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    void table() {
        tables++;
    }

    void index() {
        indexes++;
    }

    void column() {
        columns++;
    }

    void extended() {
        extended++;
    }

    void scaled() {
        scaled++;
    }

    void pageMade() {
        pagesMade++;
    }

    void missing(String object) {
        missing.add(object);
    }

    void leftOut(String object, String reason) {
        leftOut.add(new LeftOut(object, reason));
    }

    Applied applied(String method, List<Setting> settings, boolean written) {
        return new Applied(
                method, tables, indexes, columns, extended, scaled, pagesMade, missing, leftOut,
                settings, written);
    }
}
