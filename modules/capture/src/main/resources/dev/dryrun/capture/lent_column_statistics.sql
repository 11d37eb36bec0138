(-- In place of pg_stats: what an owner lends, together with what the role may read itself.
    WITH lent AS MATERIALIZED (
        SELECT * FROM dryrun.column_statistics()
    )
    SELECT lent.* FROM lent
    UNION ALL
    SELECT own.* FROM pg_stats own
    WHERE NOT EXISTS (SELECT FROM lent
                      WHERE lent.schemaname = own.schemaname AND lent.tablename = own.tablename
                        AND lent.attname = own.attname AND lent.inherited = own.inherited))
