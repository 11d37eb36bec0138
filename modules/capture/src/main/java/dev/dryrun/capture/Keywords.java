package dev.dryrun.capture;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Set;

/// The words of libpq's connection strings.
final class Keywords {

    /// What is understood, with the environment variable that stands in for it; empty for none.
    static final Map<String, String> VARIABLES =
            Map.ofEntries(
                    entry("application_name", "PGAPPNAME"),
                    entry("channel_binding", "PGCHANNELBINDING"),
                    entry("connect_timeout", "PGCONNECT_TIMEOUT"),
                    entry("dbname", "PGDATABASE"),
                    entry("gssencmode", "PGGSSENCMODE"),
                    entry("host", "PGHOST"),
                    entry("hostaddr", "PGHOSTADDR"),
                    entry("keepalives", ""),
                    entry("krbsrvname", "PGKRBSRVNAME"),
                    entry("load_balance_hosts", "PGLOADBALANCEHOSTS"),
                    entry("options", "PGOPTIONS"),
                    entry("passfile", "PGPASSFILE"),
                    entry("password", "PGPASSWORD"),
                    entry("port", "PGPORT"),
                    entry("require_auth", "PGREQUIREAUTH"),
                    entry("service", "PGSERVICE"),
                    entry("sslcert", "PGSSLCERT"),
                    entry("sslkey", "PGSSLKEY"),
                    entry("sslmode", "PGSSLMODE"),
                    entry("sslnegotiation", "PGSSLNEGOTIATION"),
                    entry("sslpassword", ""),
                    entry("sslrootcert", "PGSSLROOTCERT"),
                    entry("target_session_attrs", "PGTARGETSESSIONATTRS"),
                    entry("user", "PGUSER"));

    /// What is understood and makes no difference here.
    static final Set<String> WITHOUT_EFFECT =
            Set.of(
                    "client_encoding",
                    "fallback_application_name",
                    "keepalives_count",
                    "keepalives_idle",
                    "keepalives_interval",
                    "sslcompression",
                    "sslsni",
                    "tcp_user_timeout");

    /// What has a place of its own in a [ConnectionTarget]; the rest are its options.
    static final Set<String> PLACED =
            Set.of("dbname", "host", "hostaddr", "passfile", "password", "port", "service", "user");

    private Keywords() {}

    static boolean known(String keyword) {
        return VARIABLES.containsKey(keyword) || WITHOUT_EFFECT.contains(keyword);
    }
}
