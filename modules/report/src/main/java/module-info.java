import org.jspecify.annotations.NullMarked;

/// Results as text and as JSON: findings, verdicts on SQL, errors, what a capture made. Pure
/// functions: the same input gives the same output, and nothing is read or written.
///
/// Stage: the last before the roots. One file for each result and format; the JSON shapes are
/// public and described in `docs/reference/json`. Neighbours: `cli`, `dba` and `mcp` print what it
/// makes.
@NullMarked
module dev.dryrun.report {
    requires static org.jspecify;
    requires transitive dev.dryrun.json;
    requires transitive dev.dryrun.model;

    exports dev.dryrun.report;
}
