import org.jspecify.annotations.NullMarked;

/// The vocabulary every stage shares: snapshot records, names, readings, findings and errors.
///
/// Stage: none. Every module may require it, and it requires nothing.
@NullMarked
module dev.dryrun.model {
    requires static transitive org.jspecify;

    exports dev.dryrun.model;
}
