package dev.dryrun.testkit;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;

/// How a test server is to be set up, apart from what every one of them needs.
///
/// @param settings configuration parameters by name, over the kit's own
/// @param passwordUsers the roles that must give a password over the network; all others are
///   trusted
public record PostgresOptions(
        SequencedMap<String, String> settings, SequencedSet<String> passwordUsers) {

    /// Nothing out of the ordinary.
    public static final PostgresOptions NONE =
            new PostgresOptions(new LinkedHashMap<>(), new LinkedHashSet<>());

    public PostgresOptions {
        settings = new LinkedHashMap<>(settings);
        passwordUsers = new LinkedHashSet<>(passwordUsers);
    }

    /// {@return the same with one more configuration parameter}
    ///
    /// @param name the parameter, such as `shared_preload_libraries`
    /// @param value its value, as in `postgresql.conf` without the quotes
    public PostgresOptions setting(String name, String value) {
        SequencedMap<String, String> more = new LinkedHashMap<>(settings);
        more.put(name, value);
        return new PostgresOptions(more, passwordUsers);
    }

    /// {@return the same, but that role must give its password over the network}
    ///
    /// @param user the role; the test makes it, with its password
    public PostgresOptions requirePassword(String user) {
        SequencedSet<String> more = new LinkedHashSet<>(passwordUsers);
        more.add(user);
        return new PostgresOptions(settings, more);
    }

    /// {@return the text of `pg_hba.conf`: loopback and the Unix socket only}
    String hba() {
        StringBuilder text = new StringBuilder("local all all trust\n");
        for (String user : passwordUsers) {
            text.append("host all \"").append(user).append("\" 127.0.0.1/32 scram-sha-256\n");
        }
        return text.append("host all all 127.0.0.1/32 trust\n")
                .append("host replication all 127.0.0.1/32 trust\n")
                .toString();
    }

    /// {@return every parameter, the kit's own first}
    Map<String, String> allSettings() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("listen_addresses", "127.0.0.1");
        all.put("fsync", "off");
        all.put("synchronous_commit", "off");
        all.put("full_page_writes", "off");
        all.put("shared_buffers", "32MB");
        all.put("max_connections", "40");
        all.put("timezone", "UTC");
        all.put("lc_messages", "C");
        all.putAll(settings);
        return all;
    }
}
