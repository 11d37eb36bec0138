package dev.dryrun.apply;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/// Looks types up as `ANALYZE` does (`typcache.c`), each once.
final class ValueTypes {

    /// The default operator class of a type is that of the type itself, else that of its kind
    /// (arrays, enums, ranges …), else of a type that it can be taken for.
    private static final String LOOKUP =
            """
            WITH RECURSIVE chain (oid) AS (
                SELECT ?::oid
                UNION ALL
                SELECT t.typbasetype FROM chain JOIN pg_type t ON t.oid = chain.oid
                WHERE t.typtype = 'd'
            ), base AS (
                SELECT t.oid, t.typtype,
                       CASE WHEN t.typlen = -1 AND t.typelem <> 0
                                 AND t.typsubscript = 'array_subscript_handler'::regproc
                            THEN t.typelem ELSE 0 END AS element
                FROM chain JOIN pg_type t ON t.oid = chain.oid WHERE t.typtype <> 'd'
            ), class AS (
                SELECT oc.opcmethod, oc.opcfamily, oc.opcintype,
                       row_number() OVER (PARTITION BY oc.opcmethod
                           ORDER BY oc.opcintype = b.oid DESC, it.typispreferred DESC) AS place
                FROM base b
                JOIN pg_opclass oc ON oc.opcdefault AND oc.opcmethod IN (403, 405)
                JOIN pg_type it ON it.oid = oc.opcintype
                WHERE oc.opcintype = b.oid
                   OR oc.opcintype = CASE WHEN b.element <> 0 THEN 'anyarray'::regtype
                                          WHEN b.typtype = 'e' THEN 'anyenum'::regtype
                                          WHEN b.typtype = 'r' THEN 'anyrange'::regtype
                                          WHEN b.typtype = 'm' THEN 'anymultirange'::regtype
                                          WHEN b.typtype = 'c' THEN 'record'::regtype END
                   OR EXISTS (SELECT FROM pg_cast c
                              WHERE c.castsource = b.oid AND c.casttarget = oc.opcintype
                                AND c.castmethod = 'b' AND c.castcontext = 'i')
            ), operator AS (
                SELECT class.opcmethod, ao.amopstrategy AS strategy, ao.amopopr AS oid
                FROM class
                JOIN pg_amop ao ON ao.amopfamily = class.opcfamily
                               AND ao.amoplefttype = class.opcintype
                               AND ao.amoprighttype = class.opcintype
                WHERE class.place = 1
            ), chosen AS (
                SELECT coalesce((SELECT oid FROM operator WHERE opcmethod = 403 AND strategy = 3),
                                (SELECT oid FROM operator WHERE opcmethod = 405 AND strategy = 1),
                                0) AS equal,
                       coalesce((SELECT oid FROM operator WHERE opcmethod = 403 AND strategy = 1),
                                0) AS less
            )
            SELECT coalesce((SELECT nullif(t.typarray, 0)::regtype::text FROM pg_type t
                             WHERE t.oid = ?::oid), '') AS array_name,
                   chosen.equal, chosen.less,
                   coalesce((SELECT format('OPERATOR(%I.%s)', n.nspname, o.oprname)
                             FROM pg_operator o JOIN pg_namespace n ON n.oid = o.oprnamespace
                             WHERE o.oid = chosen.less), '') AS less_name,
                   base.element,
                   CASE base.typtype
                       WHEN 'r' THEN base.oid
                       WHEN 'm' THEN (SELECT r.rngtypid FROM pg_range r
                                      WHERE r.rngmultitypid = base.oid)
                       ELSE 0 END AS range
            FROM base, chosen
            """;

    private final Database database;
    private final Map<Long, ValueType> known = new HashMap<>();

    ValueTypes(Database database) {
        this.database = database;
    }

    ValueType of(long type) throws SQLException {
        ValueType found = known.get(type);
        if (found == null) {
            found =
                    database.one(
                            LOOKUP,
                            row ->
                                    new ValueType(
                                            type,
                                            row.getString("array_name"),
                                            row.getLong("equal"),
                                            row.getLong("less"),
                                            row.getString("less_name"),
                                            row.getLong("element"),
                                            row.getLong("range")),
                            type,
                            type);
            known.put(type, found);
        }
        return found;
    }
}
