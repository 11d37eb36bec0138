SET search_path = every, every_extension;

CREATE VIEW plain_view AS SELECT c.always_id, c.name, c.feeling, n.n
    FROM columns AS c CROSS JOIN LATERAL table_of(1, 2) AS n WHERE c.amount > 0;
CREATE VIEW named_columns (a, "B c", d) AS SELECT id, name, added(id, 1) FROM indexed;
CREATE VIEW barrier WITH (security_barrier = true) AS SELECT * FROM orders WHERE customer = 1;
CREATE VIEW checked_local AS SELECT * FROM indexed WHERE id > 10 WITH LOCAL CHECK OPTION;
CREATE VIEW checked_cascaded AS SELECT * FROM checked_local WHERE id > 20 WITH CASCADED CHECK OPTION;
CREATE RECURSIVE VIEW countdown (n) AS VALUES (3) UNION ALL SELECT n - 1 FROM countdown WHERE n > 0;
CREATE VIEW with_query AS
    WITH recent AS MATERIALIZED (SELECT * FROM orders ORDER BY id DESC LIMIT 5)
    SELECT r.*, count(*) FILTER (WHERE r.part IS NULL) OVER w AS parts, GROUPING(r.id) AS g
    FROM recent AS r GROUP BY CUBE (r.id), r.country, r.customer, r.parent, r.part, r.mail
    WINDOW w AS (PARTITION BY r.country ORDER BY r.id);
CREATE VIEW with_default AS SELECT id, name FROM indexed;
ALTER VIEW with_default ALTER COLUMN name SET DEFAULT 'from the view';
CREATE VIEW all_of_it AS TABLE events;
CREATE VIEW no_column_view AS SELECT;
-- The view of a view that refers to a function by its signature, and to a type.
CREATE VIEW of_view AS SELECT v.*, ROW(1, 2, 3)::point3 AS p, 'ok'::mood AS m FROM plain_view AS v;

CREATE MATERIALIZED VIEW filled AS SELECT feeling, count(*) AS n FROM columns GROUP BY feeling;
CREATE UNIQUE INDEX filled_key ON filled (feeling);
CREATE INDEX filled_n ON filled (n DESC) WITH (fillfactor = 90);
ALTER MATERIALIZED VIEW filled CLUSTER ON filled_n;
CREATE MATERIALIZED VIEW empty_yet (a, b) WITH (fillfactor = 75, autovacuum_enabled = false)
    TABLESPACE every_space AS SELECT * FROM named_columns AS v (x, y, z) WITH NO DATA;
ALTER MATERIALIZED VIEW filled ALTER COLUMN n SET STATISTICS 20;
ALTER MATERIALIZED VIEW filled OWNER TO every_owner;
ALTER VIEW plain_view OWNER TO every_owner;

-- A view and a table that each need the other: the row type of one is in the other's definition.
CREATE VIEW cyclic AS SELECT 1::bigint AS id, 'x'::text AS t;
CREATE FUNCTION cyclic_text(cyclic) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT ($1).t';
CREATE OR REPLACE VIEW cyclic AS SELECT id, cyclic_text(NULL) AS t FROM orders AS o (id, t)
    WHERE false;

-- Rules, beside those that views have of themselves.
CREATE RULE redirect AS ON INSERT TO named_columns DO INSTEAD
    INSERT INTO indexed (id, name) VALUES (NEW.a, NEW."B c") RETURNING id, name, 1;
CREATE RULE also AS ON UPDATE TO orders WHERE OLD.id <> NEW.id DO ALSO (
    DELETE FROM unlogged_table WHERE id = OLD.id; INSERT INTO unlogged_table VALUES (NEW.id, 'it''s'));
CREATE RULE told AS ON INSERT TO unlogged_table DO ALSO NOTIFY every_channel;
CREATE RULE never AS ON DELETE TO unlogged_table DO INSTEAD NOTHING;
ALTER TABLE unlogged_table DISABLE RULE never;
ALTER TABLE orders ENABLE REPLICA RULE also;

-- Policies, all commands, permissive and restrictive.
ALTER TABLE customers ENABLE ROW LEVEL SECURITY;
ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
ALTER TABLE orders FORCE ROW LEVEL SECURITY;
CREATE POLICY all_of_them ON customers USING (true);
CREATE POLICY reading ON customers AS PERMISSIVE FOR SELECT TO every_reader, every_writer
    USING (country = current_setting('every.country', true));
CREATE POLICY adding ON customers AS RESTRICTIVE FOR INSERT TO PUBLIC WITH CHECK (id > 0);
CREATE POLICY changing ON customers FOR UPDATE TO every_writer USING (id > 1) WITH CHECK (id < 100);
CREATE POLICY removing ON customers FOR DELETE TO CURRENT_USER
    USING (EXISTS (SELECT FROM orders AS o WHERE o.customer = customers.id));

-- Triggers: every timing and level, conditions, columns, transition tables, arguments, states.
CREATE TRIGGER before_row BEFORE INSERT OR UPDATE OF name, id OR DELETE ON indexed
    FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION on_row('an', 'argument''s', E'\\');
CREATE TRIGGER after_row AFTER UPDATE ON indexed
    FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION on_row();
CREATE TRIGGER before_statement BEFORE TRUNCATE ON indexed EXECUTE FUNCTION on_row();
CREATE TRIGGER after_statement AFTER INSERT ON indexed
    REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION on_row();
CREATE TRIGGER both_tables AFTER UPDATE ON indexed
    REFERENCING OLD TABLE AS "Old" NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION on_row();
CREATE TRIGGER instead_of INSTEAD OF UPDATE ON checked_local FOR EACH ROW EXECUTE FUNCTION on_row();
CREATE TRIGGER disabled_one BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION on_row();
CREATE TRIGGER replica_one BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION on_row();
CREATE TRIGGER always_one BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION on_row();
ALTER TABLE orders DISABLE TRIGGER disabled_one;
ALTER TABLE orders ENABLE REPLICA TRIGGER replica_one;
ALTER TABLE orders ENABLE ALWAYS TRIGGER always_one;
CREATE CONSTRAINT TRIGGER late_one AFTER DELETE ON orders
    DEFERRABLE FOR EACH ROW EXECUTE FUNCTION on_row();
CREATE TRIGGER on_partitions AFTER INSERT ON events FOR EACH ROW EXECUTE FUNCTION on_row('all');
-- A clone that has another state than the trigger it came from.
ALTER TABLE events_rest DISABLE TRIGGER on_partitions;
CREATE TRIGGER on_partition BEFORE UPDATE ON events_eu_old FOR EACH ROW EXECUTE FUNCTION on_row();
ALTER TRIGGER late_one ON orders DEPENDS ON EXTENSION hstore;
