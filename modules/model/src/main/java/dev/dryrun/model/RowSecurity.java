package dev.dryrun.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The row security of a table.
///
/// Source: `pg_class.relrowsecurity`, `relforcerowsecurity`, `pg_policy`.
///
/// @param enabled whether policies apply at all; without any, nobody but the owner sees a row
/// @param forced whether they apply to the owner too
/// @param policies by name
public record RowSecurity(boolean enabled, boolean forced, List<Policy> policies) {

    /// Of a table that has none.
    public static final RowSecurity NONE = new RowSecurity(false, false, List.of());

    public RowSecurity {
        policies = List.copyOf(policies);
    }

    /// One policy.
    ///
    /// @param name `polname`, unique within its table
    /// @param command what it is about
    /// @param permissive whether it adds rows rather than takes some away
    /// @param roles whom it applies to, by name; empty for PUBLIC
    /// @param using the deparsed condition on rows that are there; NONE_KEPT when there is none;
    ///   LOCKED when it could not be read
    /// @param check the deparsed condition on new rows, likewise
    /// @param comment `COMMENT ON POLICY`; null when there is none
    public record Policy(
            String name,
            Command command,
            boolean permissive,
            List<String> roles,
            Reading<String> using,
            Reading<String> check,
            @Nullable String comment) {

        public Policy {
            roles = roles.stream().sorted().toList();
        }
    }

    /// The commands that a policy is about (`polcmd`).
    public enum Command {
        ALL("all"),
        SELECT("select"),
        INSERT("insert"),
        UPDATE("update"),
        DELETE("delete");

        private final String word;

        Command(String word) {
            this.word = word;
        }

        /// {@return the command in lower case, as it stands in JSON}
        public String word() {
            return word;
        }

        /// {@return the command with this word, or empty when there is none}
        ///
        /// @param word as [#word] gives it
        public static Optional<Command> ofWord(String word) {
            return Arrays.stream(values()).filter(c -> c.word.equals(word)).findFirst();
        }
    }
}
