package dev.dryrun.masking.spi;

/// An option of a strategy is missing, or says nothing that is understood. DryRun adds where in the
/// policy.
public final class StrategyOptionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String option;

    /// Makes one.
    ///
    /// @param option the name of the option
    /// @param problem what is wrong with it and what would be right, in one line
    public StrategyOptionException(String option, String problem) {
        super(problem);
        this.option = option;
    }

    /// {@return the name of the option}
    public String option() {
        return option;
    }
}
