package dev.dryrun.masking.spi;

import java.util.Map;
import java.util.Set;

/// A way to make values that may be seen of values that may not.
///
/// Found with [java.util.ServiceLoader]: a module `provides` it, and a policy names it, `strategy:
/// bucket`. What comes with DryRun is found in the same way.
///
/// A strategy is not trusted: where one throws, or gives what it should not, the values are removed
/// and a warning names the strategy. It runs in the process that captures, offline, and may be
/// called by several threads at once. It must keep no value it is given, log none, and put none
/// into the message of an exception.
public interface MaskingStrategy {

    /// The version of this interface and of all it names; a plugin's manifest says for which it was
    /// built, `DryRun-Api: masking/1`.
    int SPI_VERSION = 1;

    /// {@return how a policy names it: a lower-case word of letters, digits and hyphens, that
    /// begins with a letter. No other strategy may have the same, and none is called `always`}
    String name();

    /// {@return what is true of its results; always the same}
    StrategyTraits traits();

    /// {@return the names of the options it takes; any other in a policy is an error}
    default Set<String> options() {
        return Set.of();
    }

    /// {@return what masks the values of the columns that name these options}
    ///
    /// @param options by name; only those of [#options]; values as the policy writes them
    /// @throws StrategyOptionException when one is missing, or says nothing that is understood
    ValueMask mask(Map<String, String> options);
}
