SET search_path = every, every_extension;

-- Storage in the definition of the table, rules of a collation, origin and owner's rights of a subscription.
CREATE TABLE stored (a text STORAGE EXTERNAL COMPRESSION pglz, b text STORAGE DEFAULT);
CREATE COLLATION ruled (provider = icu, locale = 'und', rules = '&V << w <<< W');
CREATE SUBSCRIPTION incoming_16 CONNECTION 'password=canary-of-16' PUBLICATION one
    WITH (connect = false, slot_name = NONE, origin = none, streaming = parallel,
        run_as_owner = true, password_required = false);
GRANT every_owner TO every_login WITH INHERIT FALSE, SET TRUE, ADMIN FALSE;
