import org.jspecify.annotations.NullMarked;

/// Holds a captured schema against rules: what breaks one becomes a finding.
///
/// Stage: analyse. Neighbours: `catalog` is what it looks at; `report` shows what it finds. It uses
/// `dev.dryrun.lint.spi.LintRule`, and its own rules are providers like any other.
@NullMarked
module dev.dryrun.lint {
    requires static org.jspecify;
    requires transitive dev.dryrun.catalog;
    requires transitive dev.dryrun.model;

    exports dev.dryrun.lint;
    exports dev.dryrun.lint.spi;

    uses dev.dryrun.lint.spi.LintRule;

    // By id; modules/lint/new-rule adds to this list.
    provides dev.dryrun.lint.spi.LintRule with
            dev.dryrun.lint.rules.ConstraintsFkHasIndex,
            dev.dryrun.lint.rules.PkExists,
            dev.dryrun.lint.rules.TypesTextOverVarchar;
}
