package dev.dryrun.lint.spi;

/// Takes what a rule finds. Only good during the call that it was handed to.
@FunctionalInterface
public interface FindingSink {

    /// Takes one.
    ///
    /// @param violation what is wrong
    void add(Violation violation);
}
