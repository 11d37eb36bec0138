-- The role that DryRun captures as. PostgreSQL 14 to 18.
--
-- Run it once in a cluster, in any of its databases, as a superuser or as a role that may create
-- roles and may grant the two roles below (on managed servers: the administrator you were given).
-- Plain SQL: any client will do. Running it again changes nothing.

-- The role itself. It owns nothing, and it has no password: until you choose how it logs in
-- (see the end), a server that asks for a password lets nobody in as dryrun_reader.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'dryrun_reader') THEN
        CREATE ROLE dryrun_reader LOGIN;
    END IF;
END
$$;

-- Every transaction of the role begins read-only. This is a default against accidents, which a
-- session can lift. What holds in any case is that the role is granted nothing but reading. (Every
-- role may make temporary tables and, before PostgreSQL 15, tables in the schema public: that
-- comes from PUBLIC, and REVOKE CREATE ON SCHEMA public FROM PUBLIC ends it.)
ALTER ROLE dryrun_reader SET default_transaction_read_only = on;

-- The right to read every table, view and sequence. DryRun does not read rows of your tables. It
-- needs this because the view pg_stats shows the planner's statistics of a column (how many
-- distinct values, how many NULLs, the most common values, the histogram) only to who may read
-- that column, and pg_sequences shows the last value only to who may read the sequence.
-- Common values and histograms hold values from your rows: the masking policy decides, before
-- anything is written to disk, which of them are kept.
--
-- Know what you grant: it covers the system catalogues too, so the role could read pg_authid
-- (the hashes of all passwords), pg_user_mapping, pg_subscription and the large objects. DryRun
-- reads none of these. Where that is too much, take the narrower form at the end of this file.
-- Tables with row-level security keep their statistics to themselves: pg_stats leaves them out.
GRANT pg_read_all_data TO dryrun_reader;

-- The right to see statistics that are hidden from ordinary roles: the statement texts of other
-- roles in pg_stat_statements, and the sessions of other roles in pg_stat_activity. It also opens
-- pg_database_size and the like on databases the role may not connect to.
GRANT pg_read_all_stats TO dryrun_reader;

-- What needs no grant, because every role may do it: reading the catalogue of tables, columns,
-- constraints, indexes, views and types; the counters in pg_stat_user_tables and its kin; sizes of
-- tables; and pg_control_system(), whose system identifier tells one cluster from another.

-- May it connect? Every role may connect to every database unless someone has revoked that from
-- PUBLIC, so nothing is granted here. Where it was revoked:
--
--     GRANT CONNECT ON DATABASE your_database TO dryrun_reader;

-- How it logs in. One of these; the first two need no password at all.
--
--   * A client certificate, or what your cloud offers in place of passwords.
--   * The Unix socket, by two lines of yours in pg_hba.conf and pg_ident.conf (method peer).
--   * A password:
--
--         ALTER ROLE dryrun_reader PASSWORD 'choose-a-long-one' VALID UNTIL '2030-01-01';
--
--     Sent like this, the password can end up in the server's log and in your client's history;
--     turn both off for that session. Give it to DryRun through ~/.pgpass or PGPASSWORD, not on
--     the command line, where the process list shows it.

-- A narrower form that cannot read a row of any table, where reading everything is too much. Leave
-- out GRANT pg_read_all_data (or REVOKE pg_read_all_data FROM dryrun_reader). Definitions, sizes,
-- counters and queries are captured as before; the statistics of columns and the last values of
-- sequences are missing, and the capture says so.
--
-- The owner of the tables can lend the statistics without lending the rows. The function below runs
-- with its owner's rights and shows pg_stats as the owner sees it; DryRun looks for it under this
-- very name. In each database, as the owner of the tables, who needs no superuser for it:
--
--     CREATE SCHEMA dryrun;
--     CREATE FUNCTION dryrun.column_statistics() RETURNS SETOF pg_catalog.pg_stats
--         LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog
--         AS 'SELECT * FROM pg_catalog.pg_stats';
--     REVOKE ALL ON FUNCTION dryrun.column_statistics() FROM PUBLIC;
--     GRANT USAGE ON SCHEMA dryrun TO dryrun_reader;
--     GRANT EXECUTE ON FUNCTION dryrun.column_statistics() TO dryrun_reader;
--     GRANT USAGE ON SCHEMA public TO dryrun_reader;
--     GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO dryrun_reader;
--
-- Make the function again after a major upgrade of the server: it shows the columns that pg_stats
-- had when it was made. Statistics of extended objects (CREATE STATISTICS) are not lent.
--
-- Or grant reading where it does no harm, table by table or column by column: GRANT SELECT (id,
-- status) ON orders TO dryrun_reader. What may not be read has no statistics in the capture.
