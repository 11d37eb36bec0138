package dev.dryrun.query;

import java.util.Set;

/// Extensions that add nothing to `pg_catalog`, so that all they bring was captured.
///
/// Others may: citus, adminpack and the procedural languages do. In a database that has one that is
/// not named here, any type and any function may be there.
final class KnownExtensions {

    /// As `pg_extension` has them. Of `plpgsql`, initdb makes what is in `pg_catalog`.
    static final Set<String> NAMES =
            Set.of(
                    "amcheck",
                    "bloom",
                    "btree_gin",
                    "btree_gist",
                    "citext",
                    "cube",
                    "dblink",
                    "dict_int",
                    "earthdistance",
                    "file_fdw",
                    "fuzzystrmatch",
                    "hstore",
                    "intarray",
                    "isn",
                    "lo",
                    "ltree",
                    "pageinspect",
                    "pg_buffercache",
                    "pg_freespacemap",
                    "pg_prewarm",
                    "pg_stat_statements",
                    "pg_trgm",
                    "pg_visibility",
                    "pgcrypto",
                    "pgrowlocks",
                    "pgstattuple",
                    "plpgsql",
                    "postgis",
                    "postgis_raster",
                    "postgis_topology",
                    "postgres_fdw",
                    "seg",
                    "sslinfo",
                    "tablefunc",
                    "tcn",
                    "tsm_system_rows",
                    "tsm_system_time",
                    "unaccent",
                    "uuid-ossp",
                    "vector",
                    "xml2");

    private KnownExtensions() {}
}
