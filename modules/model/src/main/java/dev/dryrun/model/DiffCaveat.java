package dev.dryrun.model;

/// Something that keeps the figures of a comparison from saying what they seem to say.
///
/// @param code which; public, it stands in JSON
/// @param message in one line
public record DiffCaveat(Code code, String message) {

    /// The caveats there are. The [#word] is public: it stands in JSON.
    public enum Code {
        /// The counters began anew in between.
        RESET("reset"),
        /// Another server answered, or the same one was started anew.
        SERVER_CHANGED("server_changed"),
        /// Both snapshots lie less than half an hour apart.
        SHORT_WINDOW("short_window"),
        /// At least half of the time between them is weekend.
        WEEKEND("weekend"),
        /// A few calls make up much of the time.
        ONE_OFF_HEAVY("one_off_heavy"),
        /// Statements were evicted in between.
        EVICTED("evicted"),
        /// Not all statements were captured.
        TRUNCATED("truncated"),
        /// Some figures could be read on one side only.
        UNREADABLE("unreadable");

        private final String word;

        Code(String word) {
            this.word = word;
        }

        /// {@return the code in lower case with underscores}
        public String word() {
            return word;
        }
    }
}
