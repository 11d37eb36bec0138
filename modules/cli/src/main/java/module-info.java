import org.jspecify.annotations.NullMarked;

/// The offline commands: what developers and CI run, without a database and without credentials.
///
/// Stage: present; a root of the image. Neighbours: it prints what `lint`, `query` and `advise`
/// find, as `report` renders it; `dba` adds its own commands to these.
@NullMarked
module dev.dryrun.cli {
    requires static org.jspecify;
    requires dev.dryrun.advise;
    requires dev.dryrun.catalog;
    requires dev.dryrun.diff;
    requires dev.dryrun.json;
    requires dev.dryrun.lint;
    requires dev.dryrun.pgquery;
    requires dev.dryrun.query;
    requires dev.dryrun.store;
    requires transitive dev.dryrun.config;
    requires transitive dev.dryrun.history;
    requires transitive dev.dryrun.masking;
    requires transitive dev.dryrun.model;
    requires transitive dev.dryrun.plugin;
    requires transitive dev.dryrun.report;
    requires transitive info.picocli;

    // What plugins may count on, whether or not anything here needs it: docs/reference/plugins.md.
    requires java.logging;
    requires java.management;
    requires java.naming;
    requires java.net.http;
    requires java.rmi;
    requires java.sql;
    requires java.xml;

    exports dev.dryrun.cli;

    opens dev.dryrun.cli to
            info.picocli;
}
