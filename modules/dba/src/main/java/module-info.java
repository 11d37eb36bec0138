import org.jspecify.annotations.NullMarked;

/// Every command, those that touch a database included. The only module that may hold credentials.
///
/// Stage: present; a root of the image. Neighbours: it takes the offline commands from `cli` and
/// `mcp`, joins `capture`, `masking` and `history` into a snapshot, and hands one to `apply`.
@NullMarked
module dev.dryrun.dba {
    requires static org.jspecify;
    requires dev.dryrun.apply;
    requires dev.dryrun.capture;
    requires dev.dryrun.catalog;
    requires dev.dryrun.cli;
    requires dev.dryrun.ddl;
    requires dev.dryrun.diff;
    requires dev.dryrun.history;
    requires dev.dryrun.json;
    requires dev.dryrun.masking;
    requires dev.dryrun.mcp;
    requires dev.dryrun.report;

    // What plugins may count on, whether or not anything here needs it: docs/reference/plugins.md.
    requires java.logging;
    requires java.management;
    requires java.naming;
    requires java.net.http;
    requires java.rmi;
    requires java.sql;
    requires java.xml;

    exports dev.dryrun.dba;

    opens dev.dryrun.dba to
            info.picocli;
}
