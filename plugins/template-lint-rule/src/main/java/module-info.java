/// A lint rule: every table has a comment.
module com.example.rule {
    requires dev.dryrun.lint;

    provides dev.dryrun.lint.spi.LintRule with
            com.example.rule.TableHasComment;
}
