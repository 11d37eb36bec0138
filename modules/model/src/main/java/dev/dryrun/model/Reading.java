package dev.dryrun.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/// A figure from the server, or the reason there is none. Unknown is never zero.
///
/// When it was read is its snapshot's time; where it was read stands at the component that holds
/// it.
///
/// @param <T> what is measured
public sealed interface Reading<T> {

    /// The server counted or measured it.
    ///
    /// @param value as the server gave it
    /// @param <T> what is measured
    record Measured<T>(T value) implements Reading<T> {}

    /// Somebody computed it from other figures: the planner, or we.
    ///
    /// @param value the estimate
    /// @param <T> what is measured
    record Estimated<T>(T value) implements Reading<T> {}

    /// There is no figure.
    ///
    /// @param reason why
    /// @param <T> what would have been measured
    record Absent<T>(Reason reason) implements Reading<T> {}

    /// Why there is no figure. The [#word] is public: it stands in JSON.
    enum Reason {
        /// The capture did not ask for it.
        NOT_CAPTURED("not captured"),
        /// The capturing role may not read it.
        NO_PRIVILEGE("no privilege"),
        /// `ANALYZE` has not run on it.
        NEVER_ANALYZED("never analyzed"),
        /// The server keeps no such figure for this object: no index to scan, no common values.
        NONE_KEPT("none kept"),
        /// Somebody held ACCESS EXCLUSIVE on it during the capture.
        LOCKED("locked"),
        /// This server version does not have it.
        UNSUPPORTED_VERSION("unsupported version"),
        /// The masking stage removed it.
        MASKED("masked");

        private final String word;

        Reason(String word) {
            this.word = word;
        }

        /// {@return the reason in words, as it stands in JSON and in messages}
        public String word() {
            return word;
        }

        /// {@return the reason with these words, or empty when there is none}
        ///
        /// @param word as [#word] gives it
        public static Optional<Reason> ofWord(String word) {
            return Arrays.stream(values()).filter(reason -> reason.word.equals(word)).findFirst();
        }
    }

    /// {@return a measured figure}
    ///
    /// @param value as the server gave it
    /// @param <T> what is measured
    static <T> Reading<T> measured(T value) {
        return new Measured<>(value);
    }

    /// {@return an estimate}
    ///
    /// @param value the estimate
    /// @param <T> what is measured
    static <T> Reading<T> estimated(T value) {
        return new Estimated<>(value);
    }

    /// {@return the absence of a figure}
    ///
    /// @param reason why
    /// @param <T> what would have been measured
    static <T> Reading<T> absent(Reason reason) {
        return new Absent<>(reason);
    }

    /// {@return the figure, measured or estimated, or empty when it is absent}
    default Optional<T> known() {
        return switch (this) {
            case Measured<T>(T value) -> Optional.of(value);
            case Estimated<T>(T value) -> Optional.of(value);
            case Absent<T> _ -> Optional.empty();
        };
    }

    /// {@return the same reading of something computed from the figure}
    ///
    /// @param function applied to the figure; not called when it is absent
    /// @param <R> what the result measures
    default <R> Reading<R> map(Function<? super T, ? extends R> function) {
        return switch (this) {
            case Measured<T>(T value) -> new Measured<>(function.apply(value));
            case Estimated<T>(T value) -> new Estimated<>(function.apply(value));
            case Absent<T>(Reason reason) -> new Absent<>(reason);
        };
    }
}
