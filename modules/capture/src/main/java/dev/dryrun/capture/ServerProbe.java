package dev.dryrun.capture;

import dev.dryrun.model.ServerInfo;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Which PostgreSQL answers, and what the role may read of it.
///
/// @param flavour which PostgreSQL
/// @param server who answers
/// @param versionText `version()`
/// @param role the role that asks
/// @param privileges what it may read, most important first
public record ServerProbe(
        Flavour flavour,
        ServerInfo server,
        String versionText,
        String role,
        List<Privilege> privileges) {

    public ServerProbe {
        privileges = List.copyOf(privileges);
    }

    /// A kind of PostgreSQL, with what it lets its users do.
    public enum Flavour {
        /// As the community releases it.
        POSTGRESQL("PostgreSQL"),
        /// AlloyDB on a machine of one's own.
        ALLOYDB_OMNI("AlloyDB Omni"),
        /// AlloyDB as a service.
        ALLOYDB("AlloyDB");

        private final String displayName;

        Flavour(String displayName) {
            this.displayName = displayName;
        }

        /// {@return the name that people know it by}
        public String displayName() {
            return displayName;
        }

        /// {@return what it lets its users do; empty for the usual}
        public List<String> capabilities() {
            return switch (this) {
                case POSTGRESQL -> List.of();
                case ALLOYDB_OMNI ->
                        List.of(
                                "catalog writable",
                                "storage inspectable",
                                "config tunable",
                                "adaptive autovacuum");
                case ALLOYDB -> List.of("adaptive autovacuum");
            };
        }

        /// @param columnarEngine whether AlloyDB's extension is installed
        /// @param omniSettings whether it has settings of AlloyDB Omni
        static Flavour of(boolean columnarEngine, boolean omniSettings) {
            if (!columnarEngine) {
                return POSTGRESQL;
            }
            return omniSettings ? ALLOYDB_OMNI : ALLOYDB;
        }
    }

    /// Whether something may be read.
    ///
    /// @param of what
    /// @param allowed whether all of it may
    /// @param detail what follows for a capture; empty when there is nothing to say
    public record Privilege(String of, boolean allowed, String detail) {}

    static ServerProbe read(Connection connection, ServerInfo server) throws SQLException {
        try (Rows row = new CatalogQuery("probe").run(connection)) {
            row.next();
            List<Privilege> privileges = new ArrayList<>();
            privileges.add(plain("pg_catalog", row.flag("catalog")));
            privileges.add(plain("information_schema", row.flag("information_schema")));
            privileges.add(plain("pg_stat_user_tables", row.flag("counters")));
            privileges.add(
                    counted("pg_stats", "tables", row.whole("hidden_tables"), row.whole("tables")));
            privileges.add(
                    counted(
                            "pg_sequences",
                            "sequences",
                            row.whole("hidden_sequences"),
                            row.whole("sequences")));
            privileges.add(plain("pg_control_system", row.flag("control")));
            boolean all = row.flag("all_stats");
            String others = all ? "" : "statements and sessions of other roles stay hidden";
            privileges.add(new Privilege("pg_read_all_stats", all, others));
            boolean statements = row.flag("statements");
            privileges.add(
                    new Privilege(
                            "pg_stat_statements",
                            statements && all,
                            statements ? others : "not installed in this database"));
            return new ServerProbe(
                    Flavour.of(row.flag("alloydb"), row.flag("alloydb_omni")),
                    server,
                    row.text("version_text"),
                    row.text("role"),
                    privileges);
        }
    }

    private static Privilege plain(String of, boolean allowed) {
        return new Privilege(of, allowed, "");
    }

    private static Privilege counted(String of, String things, int hidden, int all) {
        return new Privilege(
                of,
                hidden == 0,
                hidden == 0 ? "" : hidden + " of " + all + " " + things + " hidden");
    }
}
