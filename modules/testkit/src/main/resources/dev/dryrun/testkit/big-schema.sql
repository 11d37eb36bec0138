-- $TABLES tables in schemas of 500, each with ten columns and two indexes; half as many functions;
-- every tenth table filled and analysed. One statement, to be run outside a transaction: it
-- commits now and then, or the server would run out of locks.
DO $do$
DECLARE
    area text;
    name text;
    target text;
BEGIN
    FOR i IN 1..$TABLES LOOP
        area := 'area_' || lpad(((i - 1) / 500 + 1)::text, 3, '0');
        IF i % 500 = 1 THEN
            EXECUTE format('CREATE SCHEMA %I', area);
        END IF;
        name := area || '.table_' || lpad(i::text, 5, '0');
        -- Every second table refers to the one before it, which is in the same schema.
        target := CASE WHEN i % 2 = 0
            THEN ' REFERENCES ' || area || '.table_' || lpad((i - 1)::text, 5, '0') ELSE '' END;
        EXECUTE format($sql$
            CREATE TABLE %1$s (
                id bigint PRIMARY KEY,
                previous_id bigint %2$s,
                name text NOT NULL DEFAULT '',
                code varchar(40) NOT NULL,
                amount numeric(12, 2) DEFAULT 0,
                quantity integer %3$s,
                active boolean NOT NULL DEFAULT true,
                created_at timestamptz NOT NULL DEFAULT now(),
                due date,
                document jsonb
            )$sql$, name, target, CASE WHEN i % 4 = 0 THEN 'CHECK (quantity >= 0)' ELSE '' END);
        -- One index in ten must be deparsed.
        EXECUTE format('CREATE INDEX ON %s %s', name,
            CASE WHEN i % 10 = 3 THEN '(lower(name)) WHERE active' ELSE '(code, created_at DESC)' END);
        IF i % 5 = 0 THEN
            EXECUTE format('COMMENT ON TABLE %s IS %L', name, 'What table number ' || i || ' is for.');
        END IF;
        IF i % 2 = 0 THEN
            EXECUTE format($sql$
                CREATE FUNCTION %1$s.function_%2$s(first bigint, last bigint DEFAULT 10)
                RETURNS numeric LANGUAGE sql STABLE AS $body$
                    SELECT sum(amount) FROM %3$s WHERE active AND id BETWEEN first AND last
                $body$ $sql$, area, lpad((i / 2)::text, 5, '0'), name);
        END IF;
        IF i % 10 = 1 THEN
            EXECUTE format($sql$
                INSERT INTO %s (id, name, code, amount, quantity, active, created_at, due, document)
                SELECT n, 'name ' || n, 'code ' || n %% 50, n * 1.5, n %% 7, n %% 9 > 0,
                    timestamptz '2025-01-01 00:00:00+00' + n * interval '1 hour',
                    date '2025-01-01' + n, jsonb_build_object('n', n)
                FROM generate_series(1, 200) AS n$sql$, name);
            EXECUTE 'ANALYZE ' || name;
        END IF;
        IF i % 100 = 0 THEN
            COMMIT;
        END IF;
    END LOOP;
END
$do$
