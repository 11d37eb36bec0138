SET search_path = every, every_extension;

GRANT USAGE ON SCHEMA every TO PUBLIC, every_reader;
GRANT USAGE, CREATE ON SCHEMA every TO every_writer WITH GRANT OPTION;
GRANT SELECT ON columns TO every_reader;
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON columns TO every_writer
    WITH GRANT OPTION;
GRANT SELECT (name, title), UPDATE (title), REFERENCES (name) ON columns TO PUBLIC;
GRANT SELECT (total) ON columns TO every_admin WITH GRANT OPTION;
GRANT SELECT ON plain_view, filled, far_orders, events TO every_reader;
GRANT SELECT ON events_rest TO every_reader;
REVOKE ALL ON customers FROM postgres;
REVOKE ALL ON unlogged_table FROM postgres;
GRANT INSERT ON unlogged_table TO postgres;
GRANT USAGE ON SEQUENCE loose_sequence TO every_reader;
GRANT SELECT, UPDATE ON SEQUENCE ticket_sequence TO every_writer WITH GRANT OPTION;
REVOKE EXECUTE ON FUNCTION careful() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION careful(), added(int, int) TO every_reader WITH GRANT OPTION;
REVOKE EXECUTE ON PROCEDURE moved(int, text) FROM PUBLIC;
GRANT EXECUTE ON PROCEDURE moved(int, text) TO every_writer;
GRANT EXECUTE ON FUNCTION total(int) TO every_reader;
REVOKE USAGE ON TYPE mood FROM PUBLIC;
GRANT USAGE ON TYPE mood TO every_reader;
REVOKE USAGE ON DOMAIN short_text FROM PUBLIC;
GRANT USAGE ON LANGUAGE other_language TO every_reader;
REVOKE USAGE ON LANGUAGE other_language FROM PUBLIC;
GRANT USAGE ON FOREIGN DATA WRAPPER bare TO every_writer;
GRANT USAGE ON FOREIGN SERVER far TO every_writer WITH GRANT OPTION;
GRANT CREATE ON TABLESPACE every_space TO every_writer;
-- By another grantor than the owner.
SET ROLE every_writer;
GRANT SELECT ON columns TO every_login;
RESET ROLE;

-- On what comes from the server or an extension.
REVOKE EXECUTE ON FUNCTION pg_catalog.pg_sleep(double precision) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION every_extension.crypt(text, text) TO every_reader;
REVOKE EXECUTE ON FUNCTION every_extension.crypt(text, text) FROM PUBLIC;

ALTER DEFAULT PRIVILEGES FOR ROLE every_owner IN SCHEMA every
    GRANT SELECT ON TABLES TO every_reader;
ALTER DEFAULT PRIVILEGES FOR ROLE every_owner IN SCHEMA every
    GRANT USAGE ON SEQUENCES TO every_reader WITH GRANT OPTION;
ALTER DEFAULT PRIVILEGES FOR ROLE every_writer REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE every_writer REVOKE USAGE ON TYPES FROM PUBLIC;
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO every_reader;
