package dev.dryrun.model;

/// Why something that was brought is not used. What else there is still is.
///
/// @param <N> what names are
public sealed interface ProviderProblem<N> {

    /// {@return who brings it}
    ProviderOrigin origin();

    /// {@return one line that names the folder}
    ///
    /// @param what is brought, with its article: `a masking strategy`
    String line(String what);

    /// It threw when it was made, or when it was asked for its name.
    ///
    /// @param origin who brings it
    /// @param thrown what was thrown. Messages name its class alone: its own may hold anything
    /// @param <N> what names are
    record Unmade<N>(ProviderOrigin origin, Throwable thrown) implements ProviderProblem<N> {

        /// {@return the class of what was at fault}
        public String reason() {
            Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
            return cause.getClass().getSimpleName();
        }

        @Override
        public String line(String what) {
            return "%s brings %s that cannot be made: %s".formatted(origin.place(), what, reason());
        }
    }

    /// Nobody could write its name.
    ///
    /// @param origin who brings it
    /// @param <N> what names are
    record Unnamed<N>(ProviderOrigin origin) implements ProviderProblem<N> {

        @Override
        public String line(String what) {
            return "%s calls %s by no proper name".formatted(origin.place(), what);
        }
    }

    /// Another has its name. What comes with DryRun keeps it; of plugins none does, since nobody
    /// could tell which was meant.
    ///
    /// @param origin who brings it
    /// @param name that both have
    /// @param other who had it first
    /// @param <N> what names are
    record Twice<N>(ProviderOrigin origin, N name, ProviderOrigin other)
            implements ProviderProblem<N> {

        /// {@return what is done about it}
        public String outcome() {
            return other.plugin() == null ? "the plugin's is not used" : "neither is used";
        }

        @Override
        public String line(String what) {
            String first =
                    other.plugin() == null ? "DryRun itself, in " + other.module() : other.place();
            return "%s brings %s \"%s\", and so does %s: %s"
                    .formatted(origin.place(), what, name, first, outcome());
        }
    }
}
