-- One query per kind of object: it gives the names of the objects of that kind that people made in
-- this database. A kind begins with three dashes, its name and, where not all servers know it, the
-- first release that does. The text before the first kind stands before every query.
WITH ours AS (
    SELECT oid FROM pg_namespace
    WHERE nspname !~ '^pg_' AND nspname NOT IN ('information_schema', 'every_extension')
), rel AS (
    SELECT * FROM pg_class WHERE relnamespace IN (SELECT oid FROM ours)
), col AS (
    SELECT a.*, r.relkind, r.relname, r.oid AS rel FROM pg_attribute AS a
    JOIN rel AS r ON r.oid = a.attrelid
    WHERE a.attnum > 0 AND NOT a.attisdropped AND r.relkind IN ('r', 'p', 'v', 'm', 'f', 'c')
), con AS (
    SELECT * FROM pg_constraint WHERE connamespace IN (SELECT oid FROM ours)
), idx AS (
    SELECT i.*, r.relname, r.relkind, r.reloptions, r.reltablespace, a.amname,
        t.relkind AS of_kind
    FROM pg_index AS i JOIN rel AS r ON r.oid = i.indexrelid
    JOIN pg_class AS t ON t.oid = i.indrelid JOIN pg_am AS a ON a.oid = r.relam
), typ AS (
    SELECT * FROM pg_type WHERE typnamespace IN (SELECT oid FROM ours)
), fun AS (
    SELECT f.*, l.lanname FROM pg_proc AS f JOIN pg_language AS l ON l.oid = f.prolang
    WHERE f.pronamespace IN (SELECT oid FROM ours)
), trg AS (
    SELECT t.*, r.relkind FROM pg_trigger AS t JOIN rel AS r ON r.oid = t.tgrelid
    WHERE NOT t.tgisinternal
), agg AS (
    SELECT a.*, f.proname FROM pg_aggregate AS a JOIN fun AS f ON f.oid = a.aggfnoid
)
--- schema
SELECT nspname FROM pg_namespace WHERE oid IN (SELECT oid FROM ours) AND nspname <> 'public'
--- extension
SELECT extname FROM pg_extension WHERE extname <> 'plpgsql'
--- role, with every attribute that can be had without being superuser
SELECT rolname FROM pg_roles WHERE rolcreatedb AND rolcreaterole AND NOT rolinherit AND rolconnlimit > 0
--- role, with a password and an end
SELECT rolname FROM pg_authid WHERE rolpassword IS NOT NULL AND rolvaliduntil IS NOT NULL
--- role, member with admin option
SELECT member::regrole FROM pg_auth_members WHERE admin_option AND member::regrole::text ~ '^every'
--- role, member who does not inherit; since 16
SELECT member::regrole FROM pg_auth_members WHERE NOT inherit_option AND member::regrole::text ~ '^every'
--- setting of a role
SELECT setrole::regrole FROM pg_db_role_setting WHERE setdatabase = 0 AND setrole <> 0
--- setting of this database
SELECT setconfig::text FROM pg_db_role_setting
WHERE setrole = 0 AND setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())
--- setting of a role in this database
SELECT setrole::regrole FROM pg_db_role_setting
WHERE setrole <> 0 AND setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())
--- setting with a dotted name
SELECT setrole::regrole FROM pg_db_role_setting WHERE setconfig::text ~ 'every\.'
AND setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database())
--- tablespace
SELECT spcname FROM pg_tablespace WHERE spcname !~ '^pg_'
--- table, ordinary
SELECT relname FROM rel WHERE relkind = 'r' AND relpersistence = 'p' AND NOT relispartition
--- table, unlogged
SELECT relname FROM rel WHERE relkind = 'r' AND relpersistence = 'u'
--- table, without columns
SELECT relname FROM rel AS r WHERE relkind = 'r'
AND NOT EXISTS (SELECT FROM col WHERE col.rel = r.oid)
--- table, typed
SELECT relname FROM rel WHERE relkind = 'r' AND reloftype <> 0
--- table, with storage options
SELECT relname FROM rel WHERE relkind = 'r' AND cardinality(reloptions) > 2
--- table, with options of its TOAST table
SELECT r.relname FROM rel AS r JOIN pg_class AS t ON t.oid = r.reltoastrelid
WHERE t.reloptions IS NOT NULL
--- table, in a tablespace
SELECT relname FROM rel WHERE relkind = 'r' AND reltablespace <> 0
--- table, of another access method
SELECT relname FROM rel JOIN pg_am AS a ON a.oid = relam WHERE relkind = 'r' AND amname = 'other_heap'
--- table, with a dropped column
SELECT r.relname FROM rel AS r JOIN pg_attribute AS a ON a.attrelid = r.oid
WHERE r.relkind = 'r' AND a.attisdropped
--- table, replica identity full
SELECT relname FROM rel WHERE relreplident = 'f' AND relkind = 'r'
--- table, replica identity nothing
SELECT relname FROM rel WHERE relreplident = 'n' AND relkind = 'r'
--- inheritance
SELECT relname FROM rel JOIN pg_inherits AS i ON i.inhrelid = rel.oid
WHERE relkind = 'r' AND NOT relispartition
--- inheritance, of two parents
SELECT relname FROM rel JOIN pg_inherits AS i ON i.inhrelid = rel.oid WHERE i.inhseqno = 2
--- inheritance, over two levels
SELECT relname FROM rel JOIN pg_inherits AS i ON i.inhrelid = rel.oid
JOIN pg_inherits AS j ON j.inhrelid = i.inhparent WHERE relkind = 'r' AND NOT relispartition
--- inheritance, column merged with the child's own
SELECT c.relname || '.' || attname FROM col JOIN pg_class AS c ON c.oid = rel
WHERE attislocal AND attinhcount > 0 AND NOT c.relispartition
--- inheritance, by a foreign table
SELECT relname FROM rel JOIN pg_inherits AS i ON i.inhrelid = rel.oid
WHERE relkind = 'f' AND NOT relispartition
--- partitioned table, by list
SELECT partrelid::regclass FROM pg_partitioned_table WHERE partstrat = 'l'
--- partitioned table, by range
SELECT partrelid::regclass FROM pg_partitioned_table WHERE partstrat = 'r'
--- partitioned table, by hash
SELECT partrelid::regclass FROM pg_partitioned_table WHERE partstrat = 'h'
--- partitioned table, by an expression, with a collation and operator classes
SELECT partrelid::regclass FROM pg_partitioned_table
WHERE partexprs IS NOT NULL AND partcollation::text <> '' AND partnatts = 3
--- partitioned table, without partitions
SELECT relname FROM rel AS r WHERE relkind = 'p'
AND NOT EXISTS (SELECT FROM pg_inherits WHERE inhparent = r.oid)
--- partitioned table, with an access method; since 17
SELECT relname FROM rel WHERE relkind = 'p' AND relam <> 0
--- partition, of the third level
SELECT relname FROM rel JOIN pg_inherits AS i ON i.inhrelid = rel.oid
JOIN pg_inherits AS j ON j.inhrelid = i.inhparent WHERE relkind = 'r' AND relispartition
--- partition, default
SELECT relname FROM rel WHERE pg_get_expr(relpartbound, oid) = 'DEFAULT'
--- partition, with a bound that is open
SELECT relname FROM rel WHERE pg_get_expr(relpartbound, oid) ~ 'MINVALUE'
--- partition, with NULL in its list
SELECT relname FROM rel WHERE pg_get_expr(relpartbound, oid) ~ 'NULL'
--- partition, with columns in another order
SELECT c.relname || '.' || c.attname FROM col AS c JOIN rel AS r ON r.oid = c.rel
JOIN pg_inherits AS i ON i.inhrelid = c.rel
JOIN pg_attribute AS p ON p.attrelid = i.inhparent AND p.attname = c.attname
WHERE r.relispartition AND p.attnum <> c.attnum
--- partition, with a default of its own
SELECT relname FROM col JOIN pg_class AS c USING (relname)
WHERE c.oid = rel AND c.relispartition AND atthasdef
--- partition, foreign
SELECT relname FROM rel WHERE relkind = 'f' AND relispartition
--- column, identity always
SELECT relname || '.' || attname FROM col WHERE attidentity = 'a'
--- column, identity by default
SELECT relname || '.' || attname FROM col WHERE attidentity = 'd'
--- column, identity of a partitioned table; since 17
SELECT relname || '.' || attname FROM col WHERE attidentity <> '' AND relkind = 'p'
--- column, generated and stored
SELECT relname || '.' || attname FROM col WHERE attgenerated = 's'
--- column, generated and virtual; since 18
SELECT relname || '.' || attname FROM col WHERE attgenerated = 'v' AND relkind = 'r'
--- column, default from a sequence
SELECT relname || '.' || attname FROM col JOIN pg_attrdef AS d ON d.adrelid = rel AND d.adnum = attnum
WHERE pg_get_expr(d.adbin, d.adrelid) ~ 'nextval'
--- column, default that calls a function of the user
SELECT relname || '.' || attname FROM col JOIN pg_attrdef AS d ON d.adrelid = rel AND d.adnum = attnum
WHERE pg_get_expr(d.adbin, d.adrelid) ~ 'added\('
--- column, added later with a default that is kept in the catalogue
SELECT relname || '.' || attname FROM col WHERE atthasmissing
--- column, with a collation of the user
SELECT relname || '.' || attname FROM col WHERE attcollation > 16383
--- column, storage other than its type's
SELECT relname || '.' || attname FROM col JOIN pg_type AS t ON t.oid = atttypid
WHERE attstorage <> typstorage
--- column, compression
SELECT relname || '.' || attname FROM col WHERE attcompression = 'p'
--- column, statistics target
SELECT relname || '.' || attname FROM col WHERE attstattarget > 0
--- column, statistics target zero
SELECT relname || '.' || attname FROM col WHERE attstattarget = 0
--- column, options
SELECT relname || '.' || attname FROM col WHERE attoptions IS NOT NULL
--- column, array
SELECT relname || '.' || attname FROM col WHERE attndims = 2
--- column, of an enum, a domain, a composite, a range or a base type
SELECT relname FROM col JOIN typ ON typ.oid = atttypid WHERE relkind = 'r'
GROUP BY relname HAVING count(DISTINCT typtype) = 6
--- column, of an extension's type
SELECT relname || '.' || attname FROM col JOIN pg_depend AS d ON d.objid = atttypid
WHERE d.deptype = 'e' AND d.classid = 'pg_type'::regclass
--- constraint, primary key
SELECT conname FROM con WHERE contype = 'p'
--- constraint, primary key with INCLUDE
SELECT conname FROM con JOIN idx ON indexrelid = conindid WHERE contype = 'p' AND indnatts > indnkeyatts
--- constraint, unique
SELECT conname FROM con WHERE contype = 'u' AND NOT condeferrable
--- constraint, unique and deferrable
SELECT conname FROM con WHERE contype = 'u' AND condeferrable AND NOT condeferred
--- constraint, unique and deferred
SELECT conname FROM con WHERE contype = 'u' AND condeferred
--- constraint, unique nulls not distinct; since 15
SELECT conname FROM con JOIN pg_index AS i ON i.indexrelid = conindid
WHERE contype = 'u' AND indnullsnotdistinct
--- constraint, unique without overlaps; since 18
SELECT conname FROM con WHERE contype = 'u' AND conperiod
--- constraint, primary key without overlaps; since 18
SELECT conname FROM con WHERE contype = 'p' AND conperiod
--- constraint, check
SELECT conname FROM con WHERE contype = 'c' AND conrelid <> 0
--- constraint, check no inherit
SELECT conname FROM con WHERE contype = 'c' AND connoinherit
--- constraint, check not valid
SELECT conname FROM con WHERE contype = 'c' AND NOT convalidated AND conrelid <> 0
--- constraint, check not enforced; since 18
SELECT conname FROM con WHERE contype = 'c' AND NOT conenforced
--- constraint, check inherited
SELECT conname FROM con WHERE contype = 'c' AND coninhcount > 0
--- constraint, exclusion
SELECT conname FROM con WHERE contype = 'x' AND NOT condeferrable
--- constraint, exclusion deferred
SELECT conname FROM con WHERE contype = 'x' AND condeferred
--- constraint, trigger
SELECT conname FROM con WHERE contype = 't'
--- constraint, not null with a name; since 18
SELECT conname FROM con WHERE contype = 'n' AND conname = 'a_is_there'
--- constraint, not null not valid; since 18
SELECT conname FROM con WHERE contype = 'n' AND NOT convalidated
--- constraint, not null no inherit; since 18
SELECT conname FROM con WHERE contype = 'n' AND connoinherit
--- constraint, not null of a domain with a name; since 18
SELECT conname FROM con WHERE contype = 'n' AND contypid <> 0 AND conname = 'never_null_named'
--- foreign key
SELECT conname FROM con WHERE contype = 'f' AND confmatchtype = 's'
--- foreign key, match full
SELECT conname FROM con WHERE contype = 'f' AND confmatchtype = 'f'
--- foreign key, to itself
SELECT conname FROM con WHERE contype = 'f' AND conrelid = confrelid
--- foreign key, deferrable
SELECT conname FROM con WHERE contype = 'f' AND condeferrable AND NOT condeferred
--- foreign key, deferred
SELECT conname FROM con WHERE contype = 'f' AND condeferred
--- foreign key, not valid
SELECT conname FROM con WHERE contype = 'f' AND NOT convalidated
--- foreign key, not enforced; since 18
SELECT conname FROM con WHERE contype = 'f' AND NOT conenforced
--- foreign key, of periods; since 18
SELECT conname FROM con WHERE contype = 'f' AND conperiod
--- foreign key, on delete cascade
SELECT conname FROM con WHERE contype = 'f' AND confdeltype = 'c'
--- foreign key, on delete set null
SELECT conname FROM con WHERE contype = 'f' AND confdeltype = 'n'
--- foreign key, on delete set null of some columns; since 15
SELECT conname FROM con WHERE contype = 'f' AND confdeltype = 'n' AND cardinality(confdelsetcols) = 2
--- foreign key, on delete set default of some columns; since 15
SELECT conname FROM con WHERE contype = 'f' AND confdeltype = 'd' AND cardinality(confdelsetcols) = 1
--- foreign key, on update cascade
SELECT conname FROM con WHERE contype = 'f' AND confupdtype = 'c'
--- foreign key, on update restrict
SELECT conname FROM con WHERE contype = 'f' AND confupdtype = 'r'
--- foreign key, on update set default
SELECT conname FROM con WHERE contype = 'f' AND confupdtype = 'd'
--- foreign key, between partitioned tables
SELECT conname FROM con JOIN rel AS a ON a.oid = conrelid JOIN rel AS b ON b.oid = confrelid
WHERE contype = 'f' AND a.relkind = 'p' AND b.relkind = 'p' AND conparentid = 0
--- index, btree
SELECT relname FROM idx WHERE amname = 'btree'
--- index, hash
SELECT relname FROM idx WHERE amname = 'hash'
--- index, gist
SELECT relname FROM idx WHERE amname = 'gist'
--- index, spgist
SELECT relname FROM idx WHERE amname = 'spgist'
--- index, gin
SELECT relname FROM idx WHERE amname = 'gin'
--- index, brin
SELECT relname FROM idx WHERE amname = 'brin'
--- index, partial
SELECT relname FROM idx WHERE indpred IS NOT NULL
--- index, of expressions
SELECT relname FROM idx WHERE indexprs IS NOT NULL
--- index, include
SELECT relname FROM idx WHERE indnatts > indnkeyatts
--- index, with an operator class of the user
SELECT relname FROM idx JOIN pg_opclass AS o ON o.oid = ANY (indclass) WHERE o.oid > 16383
--- index, with a parameter of an operator class
SELECT relname FROM idx JOIN pg_attribute AS a ON a.attrelid = indexrelid WHERE attoptions IS NOT NULL
--- index, with a collation
SELECT relname FROM idx WHERE EXISTS (SELECT FROM unnest(indcollation) AS c WHERE c > 16383)
--- index, descending with nulls last
SELECT relname FROM idx WHERE 1 = ANY (indoption)
--- index, ascending with nulls first
SELECT relname FROM idx WHERE 2 = ANY (indoption)
--- index, fillfactor
SELECT relname FROM idx WHERE reloptions::text ~ 'fillfactor'
--- index, statistics target of an expression
SELECT relname FROM idx JOIN pg_attribute AS a ON a.attrelid = indexrelid WHERE attstattarget > 0
--- index, in a tablespace
SELECT relname FROM idx WHERE reltablespace <> 0
--- index, nulls not distinct; since 15
SELECT relname FROM idx WHERE indnullsnotdistinct
--- index, clustered on
SELECT relname FROM idx WHERE indisclustered AND of_kind = 'r'
--- index, replica identity
SELECT relname FROM idx WHERE indisreplident
--- index, on a partitioned table and valid
SELECT relname FROM idx WHERE relkind = 'I' AND indisvalid
--- index, on a partitioned table and invalid
SELECT relname FROM idx WHERE relkind = 'I' AND NOT indisvalid
--- index, attached
SELECT relname FROM idx JOIN pg_inherits ON inhrelid = indexrelid
--- index, of a partition and not attached
SELECT i.relname FROM idx AS i JOIN rel AS r ON r.oid = i.indrelid
WHERE r.relispartition AND NOT EXISTS (SELECT FROM pg_inherits WHERE inhrelid = indexrelid)
--- index, on a materialised view
SELECT relname FROM idx WHERE of_kind = 'm'
--- index, materialised view clustered on
SELECT relname FROM idx WHERE of_kind = 'm' AND indisclustered
--- index, dependent on an extension
SELECT relname FROM idx JOIN pg_depend ON objid = indexrelid WHERE deptype = 'x'
--- view
SELECT relname FROM rel WHERE relkind = 'v' AND reloptions IS NULL
--- view, without columns
SELECT relname FROM rel WHERE relkind = 'v' AND relnatts = 0
--- view, security barrier
SELECT relname FROM rel WHERE relkind = 'v' AND reloptions::text ~ 'security_barrier=true'
--- view, security invoker; since 15
SELECT relname FROM rel WHERE relkind = 'v' AND reloptions::text ~ 'security_invoker=true'
--- view, local check option
SELECT relname FROM rel WHERE relkind = 'v' AND reloptions::text ~ 'check_option=local'
--- view, cascaded check option
SELECT relname FROM rel WHERE relkind = 'v' AND reloptions::text ~ 'check_option=cascaded'
--- view, recursive
SELECT relname FROM rel WHERE relkind = 'v' AND pg_get_viewdef(oid) ~ 'WITH RECURSIVE'
--- view, column default
SELECT relname || '.' || attname FROM col WHERE relkind = 'v' AND atthasdef
--- view, that its own function refers to
SELECT relname FROM rel WHERE relkind = 'v' AND pg_get_viewdef(oid) ~ 'cyclic_text\('
--- view, on JSON_TABLE; since 17
SELECT relname FROM rel WHERE relkind = 'v' AND pg_get_viewdef(oid) ~ 'JSON_TABLE'
--- materialised view, populated
SELECT relname FROM rel WHERE relkind = 'm' AND relispopulated
--- materialised view, not populated
SELECT relname FROM rel WHERE relkind = 'm' AND NOT relispopulated
--- materialised view, options and tablespace
SELECT relname FROM rel WHERE relkind = 'm' AND reloptions IS NOT NULL AND reltablespace <> 0
--- materialised view, statistics target
SELECT relname || '.' || attname FROM col WHERE relkind = 'm' AND attstattarget > 0
--- sequence, all parameters
SELECT seqrelid::regclass FROM pg_sequence
WHERE seqincrement < 0 AND seqcycle AND seqcache > 1 AND seqtypid = 'int2'::regtype
--- sequence, integer
SELECT seqrelid::regclass FROM pg_sequence WHERE seqtypid = 'int4'::regtype
--- sequence, owned by a column
SELECT objid::regclass FROM pg_depend JOIN rel ON rel.oid = objid WHERE relkind = 'S' AND deptype = 'a'
--- sequence, of an identity
SELECT objid::regclass FROM pg_depend JOIN rel ON rel.oid = objid WHERE relkind = 'S' AND deptype = 'i'
--- sequence, not owned
SELECT relname FROM rel WHERE relkind = 'S' AND NOT EXISTS (
    SELECT FROM pg_depend WHERE objid = rel.oid AND deptype IN ('a', 'i'))
--- sequence, unlogged; since 15
SELECT relname FROM rel WHERE relkind = 'S' AND relpersistence = 'u'
--- function, in SQL
SELECT proname FROM fun WHERE prokind = 'f' AND lanname = 'sql' AND prosqlbody IS NULL
--- function, in SQL with a parsed body
SELECT proname FROM fun WHERE prokind = 'f' AND prosqlbody IS NOT NULL
--- function, in plpgsql
SELECT proname FROM fun WHERE prokind = 'f' AND lanname = 'plpgsql'
--- function, internal
SELECT proname FROM fun WHERE prokind = 'f' AND lanname = 'internal'
--- function, in C
SELECT proname FROM fun WHERE lanname = 'c' AND probin IS NOT NULL
--- function, in a language of the user
SELECT proname FROM fun WHERE lanname = 'other_language'
--- function, overloaded
SELECT proname FROM fun GROUP BY proname HAVING count(*) > 1
--- function, variadic
SELECT proname FROM fun WHERE provariadic <> 0 AND prokind = 'f'
--- function, with OUT arguments
SELECT proname FROM fun WHERE 'o' = ANY (proargmodes) AND prokind = 'f'
--- function, with INOUT arguments
SELECT proname FROM fun WHERE 'b' = ANY (proargmodes) AND prokind = 'f'
--- function, that returns a table
SELECT proname FROM fun WHERE 't' = ANY (proargmodes)
--- function, that returns a set of a type
SELECT proname FROM fun WHERE proretset AND proargmodes IS NULL
--- function, polymorphic
SELECT proname FROM fun WHERE 'anyelement'::regtype = ANY (proargtypes) AND prokind = 'f'
--- function, with defaults
SELECT proname FROM fun WHERE pronargdefaults > 0 AND prokind = 'f'
--- function, security definer
SELECT proname FROM fun WHERE prosecdef
--- function, with settings
SELECT proname FROM fun WHERE cardinality(proconfig) = 3
--- function, leakproof
SELECT proname FROM fun WHERE proleakproof
--- function, with cost and rows
SELECT proname FROM fun WHERE procost = 20 AND prorows = 4
--- function, immutable, strict and parallel safe
SELECT proname FROM fun WHERE provolatile = 'i' AND proisstrict AND proparallel = 's'
--- function, stable and parallel restricted
SELECT proname FROM fun WHERE provolatile = 's' AND proparallel = 'r'
--- function, window
SELECT proname FROM fun WHERE prokind = 'w'
--- function, with a support function
SELECT proname FROM fun WHERE prosupport <> 0
--- function, with transforms
SELECT proname FROM fun WHERE protrftypes IS NOT NULL
--- function, dependent on an extension
SELECT proname FROM fun JOIN pg_depend ON objid = fun.oid WHERE deptype = 'x'
--- procedure
SELECT proname FROM fun WHERE prokind = 'p' AND prosqlbody IS NULL
--- procedure, with a parsed body and OUT
SELECT proname FROM fun WHERE prokind = 'p' AND prosqlbody IS NOT NULL AND 'o' = ANY (proargmodes)
--- aggregate, combined in parallel
SELECT proname FROM agg WHERE aggcombinefn <> 0 AND aggkind = 'n' AND agginitval = '0'
--- aggregate, moving
SELECT proname FROM agg WHERE aggmtransfn <> 0 AND aggkind = 'n'
--- aggregate, with a sort operator
SELECT proname FROM agg WHERE aggsortop <> 0
--- aggregate, ordered-set
SELECT proname FROM agg WHERE aggkind = 'o'
--- aggregate, hypothetical
SELECT proname FROM agg WHERE aggkind = 'h'
--- aggregate, polymorphic
SELECT proname FROM agg WHERE aggtranstype = 'anycompatiblearray'::regtype
--- trigger, before row
SELECT tgname FROM trg WHERE tgtype & 67 = 3
--- trigger, after row
SELECT tgname FROM trg WHERE tgtype & 67 = 1
--- trigger, before statement
SELECT tgname FROM trg WHERE tgtype & 67 = 2
--- trigger, after statement
SELECT tgname FROM trg WHERE tgtype & 67 = 0
--- trigger, instead of
SELECT tgname FROM trg WHERE tgtype & 64 = 64 AND relkind = 'v'
--- trigger, truncate
SELECT tgname FROM trg WHERE tgtype & 32 = 32
--- trigger, several events with columns and arguments
SELECT tgname FROM trg WHERE tgtype & 28 = 28 AND tgattr::text <> '' AND tgnargs = 3
--- trigger, with a condition
SELECT tgname FROM trg WHERE tgqual IS NOT NULL
--- trigger, with transition tables
SELECT tgname FROM trg WHERE tgoldtable IS NOT NULL AND tgnewtable IS NOT NULL
--- trigger, of a constraint
SELECT tgname FROM trg WHERE tgconstraint <> 0 AND tgdeferrable AND NOT tginitdeferred
--- trigger, of a constraint that names another table
SELECT tgname FROM trg WHERE tgconstrrelid <> 0 AND tginitdeferred
--- trigger, disabled
SELECT tgname FROM trg WHERE tgenabled = 'D' AND tgparentid = 0
--- trigger, replica
SELECT tgname FROM trg WHERE tgenabled = 'R'
--- trigger, always
SELECT tgname FROM trg WHERE tgenabled = 'A'
--- trigger, on a partitioned table
SELECT tgname FROM trg WHERE relkind = 'p' AND tgparentid = 0
--- trigger, clone disabled
SELECT t.tgname FROM pg_trigger AS t WHERE t.tgparentid <> 0 AND t.tgenabled = 'D'
AND t.tgrelid IN (SELECT oid FROM rel)
--- trigger, on a partition alone
SELECT tgname FROM trg JOIN rel AS r ON r.oid = tgrelid WHERE r.relispartition AND tgparentid = 0
--- event trigger
SELECT evtname FROM pg_event_trigger WHERE evtenabled = 'O' AND evttags IS NOT NULL
--- event trigger, on ddl_command_start and disabled
SELECT evtname FROM pg_event_trigger WHERE evtenabled = 'D' AND evtevent = 'ddl_command_start'
--- event trigger, on sql_drop in replica mode
SELECT evtname FROM pg_event_trigger WHERE evtenabled = 'R' AND evtevent = 'sql_drop'
--- event trigger, on table_rewrite always
SELECT evtname FROM pg_event_trigger WHERE evtenabled = 'A' AND evtevent = 'table_rewrite'
--- event trigger, on login; since 17
SELECT evtname FROM pg_event_trigger WHERE evtevent = 'login'
--- rule, instead on a view
SELECT rulename FROM pg_rewrite JOIN rel AS r ON r.oid = ev_class
WHERE rulename <> '_RETURN' AND is_instead AND relkind = 'v'
--- rule, also with a condition
SELECT rulename FROM pg_rewrite JOIN rel AS r ON r.oid = ev_class
WHERE NOT is_instead AND ev_qual::text <> '<>'
--- rule, disabled
SELECT rulename FROM pg_rewrite JOIN rel AS r ON r.oid = ev_class WHERE ev_enabled = 'D'
--- rule, replica
SELECT rulename FROM pg_rewrite JOIN rel AS r ON r.oid = ev_class WHERE ev_enabled = 'R'
--- row-level security, enabled
SELECT relname FROM rel WHERE relrowsecurity
--- row-level security, forced
SELECT relname FROM rel WHERE relforcerowsecurity
--- policy, all
SELECT polname FROM pg_policy WHERE polcmd = '*'
--- policy, select for roles
SELECT polname FROM pg_policy WHERE polcmd = 'r' AND cardinality(polroles) = 2
--- policy, insert and restrictive
SELECT polname FROM pg_policy WHERE polcmd = 'a' AND NOT polpermissive AND polwithcheck IS NOT NULL
--- policy, update with both expressions
SELECT polname FROM pg_policy WHERE polcmd = 'w' AND polqual IS NOT NULL AND polwithcheck IS NOT NULL
--- policy, delete
SELECT polname FROM pg_policy WHERE polcmd = 'd'
--- type, enum
SELECT typname FROM typ WHERE typtype = 'e'
AND EXISTS (SELECT FROM pg_enum WHERE enumtypid = typ.oid AND enumsortorder <> trunc(enumsortorder))
--- type, enum without labels
SELECT typname FROM typ WHERE typtype = 'e'
AND NOT EXISTS (SELECT FROM pg_enum WHERE enumtypid = typ.oid)
--- type, composite
SELECT relname FROM rel WHERE relkind = 'c'
--- type, composite with a collation
SELECT relname || '.' || attname FROM col WHERE relkind = 'c' AND attcollation > 16383
--- type, range with all parameters
SELECT rngtypid::regtype FROM pg_range JOIN typ ON typ.oid = rngtypid
WHERE rngsubdiff <> 0 AND rngsubopc <> 0
--- type, range with a collation
SELECT rngtypid::regtype FROM pg_range JOIN typ ON typ.oid = rngtypid WHERE rngcollation > 16383
--- type, multirange
SELECT typname FROM typ WHERE typtype = 'm' AND typname = 'price_ranges'
--- type, base
SELECT typname FROM typ WHERE typtype = 'b' AND typelem = 0 AND typreceive <> 0 AND typdefault = '7'
--- type, shell
SELECT typname FROM typ WHERE NOT typisdefined
--- domain, not null with default, collation and several checks
SELECT typname FROM typ WHERE typtype = 'd' AND typnotnull AND typdefault IS NOT NULL
AND typcollation <> 0 AND (SELECT count(*) FROM con WHERE contypid = typ.oid AND contype = 'c') = 2
--- domain, over a domain
SELECT d.typname FROM typ AS d JOIN typ AS b ON b.oid = d.typbasetype WHERE b.typtype = 'd'
--- domain, over an array
SELECT typname FROM typ WHERE typtype = 'd' AND typbasetype = 'int4[]'::regtype
--- domain, check not valid
SELECT conname FROM con WHERE contypid <> 0 AND NOT convalidated
--- collation, of ICU
SELECT collname FROM pg_collation WHERE collprovider = 'i' AND oid > 16383 AND collisdeterministic
--- collation, not deterministic
SELECT collname FROM pg_collation WHERE NOT collisdeterministic
--- collation, of the C library
SELECT collname FROM pg_collation WHERE collprovider = 'c' AND oid > 16383 AND collcollate <> collctype
--- collation, with rules; since 16
SELECT collname FROM pg_collation WHERE collicurules IS NOT NULL
--- collation, built in; since 17
SELECT collname FROM pg_collation WHERE collprovider = 'b' AND oid > 16383
--- cast, by a function
SELECT oid FROM pg_cast WHERE castmethod = 'f' AND castcontext = 'a'
AND castsource IN (SELECT oid FROM typ)
--- cast, without a function
SELECT oid FROM pg_cast WHERE castmethod = 'b' AND castcontext = 'i'
AND castsource IN (SELECT oid FROM typ)
--- cast, by text
SELECT oid FROM pg_cast WHERE castmethod = 'i' AND castcontext = 'e'
AND casttarget IN (SELECT oid FROM typ)
--- transform
SELECT oid FROM pg_transform
--- operator, with all options
SELECT oprname FROM pg_operator WHERE oprnamespace IN (SELECT oid FROM ours)
AND oprcom <> 0 AND oprnegate <> 0 AND oprrest <> 0 AND oprjoin <> 0 AND oprcanhash AND oprcanmerge
--- operator, prefix
SELECT oprname FROM pg_operator WHERE oprnamespace IN (SELECT oid FROM ours) AND oprkind = 'l'
--- operator, shell
SELECT oprname FROM pg_operator WHERE oprnamespace IN (SELECT oid FROM ours) AND oprcode = 0
--- operator class, default
SELECT opcname FROM pg_opclass WHERE opcnamespace IN (SELECT oid FROM ours) AND opcdefault
--- operator class, of a family with another name
SELECT opcname FROM pg_opclass JOIN pg_opfamily AS f ON f.oid = opcfamily
WHERE opcnamespace IN (SELECT oid FROM ours) AND opcname <> opfname
--- operator family, with members of its own
SELECT opfname FROM pg_opfamily AS f JOIN pg_amop ON amopfamily = f.oid
WHERE opfnamespace IN (SELECT oid FROM ours) AND amoplefttype <> amoprighttype
--- operator family, empty
SELECT opfname FROM pg_opfamily AS f WHERE opfnamespace IN (SELECT oid FROM ours)
AND NOT EXISTS (SELECT FROM pg_amop WHERE amopfamily = f.oid)
--- text search configuration
SELECT cfgname FROM pg_ts_config WHERE cfgnamespace IN (SELECT oid FROM ours)
--- text search configuration, two dictionaries for one token
SELECT cfgname FROM pg_ts_config AS c JOIN pg_ts_config_map ON mapcfg = c.oid
WHERE cfgnamespace IN (SELECT oid FROM ours) AND mapseqno = 2
--- text search dictionary
SELECT dictname FROM pg_ts_dict WHERE dictnamespace IN (SELECT oid FROM ours)
AND dictinitoption IS NOT NULL
--- text search parser
SELECT prsname FROM pg_ts_parser WHERE prsnamespace IN (SELECT oid FROM ours)
--- text search template
SELECT tmplname FROM pg_ts_template WHERE tmplnamespace IN (SELECT oid FROM ours)
--- foreign data wrapper, without a handler
SELECT fdwname FROM pg_foreign_data_wrapper WHERE fdwhandler = 0 AND fdwoptions IS NOT NULL
--- foreign data wrapper, with handler and validator
SELECT fdwname FROM pg_foreign_data_wrapper WHERE fdwhandler <> 0 AND fdwvalidator <> 0
AND fdwname = 'handled'
--- foreign server
SELECT srvname FROM pg_foreign_server WHERE srvtype IS NOT NULL AND srvversion IS NOT NULL
AND srvoptions IS NOT NULL
--- user mapping
SELECT srvname FROM pg_user_mappings WHERE umoptions::text ~ 'canary'
--- foreign table
SELECT relname FROM rel JOIN pg_foreign_table ON ftrelid = rel.oid WHERE ftoptions IS NOT NULL
--- foreign table, column options
SELECT relname || '.' || attname FROM col WHERE attfdwoptions IS NOT NULL
--- foreign table, generated column and check
SELECT relname FROM col JOIN con ON conrelid = rel
WHERE relkind = 'f' AND attgenerated = 's' AND contype = 'c'
--- foreign table, virtual column; since 18
SELECT relname FROM col WHERE relkind = 'f' AND attgenerated = 'v'
--- publication, of all tables
SELECT pubname FROM pg_publication WHERE puballtables
--- publication, of some tables and operations
SELECT pubname FROM pg_publication JOIN pg_publication_rel AS r ON prpubid = pg_publication.oid
WHERE NOT pubinsert AND pubdelete
--- publication, through the root
SELECT pubname FROM pg_publication WHERE pubviaroot
--- publication, of nothing
SELECT pubname FROM pg_publication AS p WHERE NOT puballtables
AND NOT EXISTS (SELECT FROM pg_publication_rel WHERE prpubid = p.oid) AND pubname = 'no_tables'
--- publication, with a row filter; since 15
SELECT prpubid FROM pg_publication_rel WHERE prqual IS NOT NULL
--- publication, with columns; since 15
SELECT prpubid FROM pg_publication_rel WHERE prattrs IS NOT NULL
--- publication, of schemas; since 15
SELECT pnpubid FROM pg_publication_namespace
--- publication, with generated columns; since 18
SELECT pubname FROM pg_publication WHERE pubgencols = 's'
--- subscription
SELECT subname FROM pg_subscription JOIN pg_database AS d ON d.oid = subdbid
WHERE datname = current_database() AND subconninfo ~ 'canary' AND NOT subenabled
--- subscription, with an origin; since 16
SELECT subname FROM pg_subscription JOIN pg_database AS d ON d.oid = subdbid
WHERE datname = current_database() AND suborigin = 'none' AND subrunasowner
--- extended statistics, distinct
SELECT stxname FROM pg_statistic_ext WHERE stxkind = '{d}'
--- extended statistics, dependencies
SELECT stxname FROM pg_statistic_ext WHERE stxkind = '{f}'
--- extended statistics, most common values
SELECT stxname FROM pg_statistic_ext WHERE stxkind = '{m}'
--- extended statistics, all kinds
SELECT stxname FROM pg_statistic_ext WHERE stxkind @> '{d,f,m}'
--- extended statistics, of one expression
SELECT stxname FROM pg_statistic_ext WHERE stxkind = '{e}'
--- extended statistics, of expressions and a column
SELECT stxname FROM pg_statistic_ext WHERE stxexprs IS NOT NULL AND stxkeys::text <> ''
--- extended statistics, target
SELECT stxname FROM pg_statistic_ext WHERE stxstattarget = 77
--- extended statistics, in another schema than the table
SELECT stxname FROM pg_statistic_ext JOIN rel ON rel.oid = stxrelid WHERE stxnamespace <> relnamespace
--- extended statistics, with data
SELECT stxname FROM pg_statistic_ext JOIN pg_statistic_ext_data ON stxoid = pg_statistic_ext.oid
WHERE stxdmcv IS NOT NULL
--- language
SELECT lanname FROM pg_language WHERE lanname = 'other_language'
--- access method, of tables
SELECT amname FROM pg_am WHERE amtype = 't' AND oid > 16383
--- access method, of indexes
SELECT amname FROM pg_am WHERE amtype = 'i' AND oid > 16383
--- conversion
SELECT conname FROM pg_conversion WHERE connamespace IN (SELECT oid FROM ours)
--- comment, on an object of each catalogue
SELECT 'all' FROM pg_description AS d
WHERE obj_description(objoid, classoid::regclass::text) IS NOT NULL AND objoid > 16383
AND classoid::regclass::text IN ('pg_class', 'pg_type', 'pg_proc', 'pg_constraint', 'pg_trigger',
    'pg_rewrite', 'pg_policy', 'pg_event_trigger', 'pg_collation', 'pg_cast', 'pg_operator',
    'pg_opclass', 'pg_opfamily', 'pg_ts_config', 'pg_ts_dict', 'pg_ts_parser', 'pg_ts_template',
    'pg_foreign_data_wrapper', 'pg_foreign_server', 'pg_publication', 'pg_statistic_ext',
    'pg_language', 'pg_am', 'pg_conversion', 'pg_transform', 'pg_namespace', 'pg_extension')
HAVING count(DISTINCT classoid) = 27
--- comment, on columns of each sort of relation
SELECT 'all' FROM pg_description JOIN rel ON rel.oid = objoid
WHERE objsubid > 0 HAVING count(DISTINCT relkind) = 5
--- comment, on a shared object
SELECT description FROM pg_shdescription
WHERE objoid = (SELECT oid FROM pg_database WHERE datname = current_database())
--- owner, three of tables
SELECT 'all' FROM rel WHERE relkind IN ('r', 'p') HAVING count(DISTINCT relowner) > 3
--- owner, of other objects
SELECT fun.proname FROM fun WHERE proowner::regrole::text ~ 'every_owner'
--- grant, on a table
SELECT relname FROM rel WHERE relkind = 'r' AND relacl IS NOT NULL
--- grant, on a table with grant option
SELECT relname FROM rel, aclexplode(relacl) AS x WHERE relkind = 'r' AND x.is_grantable
--- grant, by another grantor than the owner
SELECT relname FROM rel, aclexplode(relacl) AS x WHERE x.grantor <> relowner
--- grant, on columns
SELECT relname || '.' || attname FROM col, aclexplode(attacl) AS x WHERE x.grantee = 0
--- grant, on a sequence
SELECT relname FROM rel WHERE relkind = 'S' AND relacl IS NOT NULL
--- grant, on a view
SELECT relname FROM rel WHERE relkind = 'v' AND relacl IS NOT NULL
--- grant, on a foreign table
SELECT relname FROM rel WHERE relkind = 'f' AND relacl IS NOT NULL
--- grant, on a partition alone
SELECT relname FROM rel WHERE relispartition AND relacl IS NOT NULL
--- grant, owner without any right
SELECT relname FROM rel WHERE cardinality(relacl) = 0
--- grant, on a schema
SELECT nspname FROM pg_namespace, aclexplode(nspacl) AS x
WHERE pg_namespace.oid IN (SELECT oid FROM ours) AND x.is_grantable
--- grant, on a function withdrawn from PUBLIC
SELECT proname FROM fun WHERE proacl IS NOT NULL
AND NOT EXISTS (SELECT FROM aclexplode(proacl) WHERE grantee = 0)
--- grant, on a type withdrawn from PUBLIC
SELECT typname FROM typ WHERE typacl IS NOT NULL
AND NOT EXISTS (SELECT FROM aclexplode(typacl) WHERE grantee = 0)
--- grant, on a language
SELECT lanname FROM pg_language WHERE lanacl IS NOT NULL AND oid > 16383
--- grant, on a foreign data wrapper
SELECT fdwname FROM pg_foreign_data_wrapper WHERE fdwacl IS NOT NULL
--- grant, on a foreign server
SELECT srvname FROM pg_foreign_server WHERE srvacl IS NOT NULL
--- grant, on the database
SELECT datname FROM pg_database WHERE datname = current_database() AND datacl IS NOT NULL
--- grant, on a tablespace
SELECT spcname FROM pg_tablespace WHERE spcacl IS NOT NULL AND oid > 16383
--- grant, on a parameter; since 15
SELECT parname FROM pg_parameter_acl
--- grant, changed on an extension's function
SELECT proname FROM pg_proc AS p JOIN pg_depend AS d ON d.objid = p.oid
WHERE d.deptype = 'e' AND p.proacl IS NOT NULL
--- grant, changed on a function of the server
SELECT oid::regprocedure FROM pg_proc WHERE proname = 'pg_sleep' AND proacl IS NOT NULL
--- grant, to maintain; since 17
SELECT relname FROM rel WHERE EXISTS (
    SELECT FROM aclexplode(relacl) AS x WHERE privilege_type = 'MAINTAIN' AND grantee <> relowner)
--- default privileges, in a schema
SELECT defaclobjtype FROM pg_default_acl WHERE defaclnamespace <> 0
--- default privileges, everywhere and withdrawn
SELECT defaclobjtype FROM pg_default_acl WHERE defaclnamespace = 0 AND defaclobjtype = 'f'
--- default privileges, on large objects; since 18
SELECT defaclobjtype FROM pg_default_acl WHERE defaclobjtype = 'L'
--- large object
SELECT oid FROM pg_largeobject_metadata
--- odd name, of a role
SELECT rolname FROM pg_roles WHERE rolname ~ E'["\n]'
--- odd name, of a schema
SELECT nspname FROM pg_namespace WHERE nspname ~ E'["\n]'
--- odd name, of each sort of relation
SELECT 'all' FROM rel JOIN pg_namespace AS n ON n.oid = relnamespace WHERE nspname ~ '"'
AND relkind IN ('r', 'p', 'v', 'm', 'S', 'f', 'c', 'i') HAVING count(DISTINCT relkind) = 8
--- odd name, of a column with 63 bytes
SELECT attname FROM col WHERE octet_length(attname) = 63
--- odd name, of a column with two bytes a letter
SELECT attname FROM col WHERE octet_length(attname) = 2 * length(attname)
--- odd name, of a column that is a reserved word
SELECT attname FROM col WHERE attname = 'user'
--- odd name, of a column with a newline
SELECT attname FROM col WHERE attname ~ E'\n'
--- odd name, of a constraint
SELECT conname FROM con WHERE conname ~ '["? ]'
--- odd name, of a foreign key
SELECT conname FROM con WHERE conname ~ '["? ]' AND contype = 'f'
--- odd name, of each sort of routine
SELECT 'all' FROM fun WHERE proname ~ '["(]' OR proname = 'CALL' HAVING count(DISTINCT prokind) = 3
--- odd name, of each sort of type
SELECT 'all' FROM typ JOIN pg_namespace AS n ON n.oid = typnamespace WHERE nspname ~ '"'
HAVING count(DISTINCT typtype) = 6
--- odd name, of an enum label
SELECT enumlabel FROM pg_enum WHERE enumlabel ~ E'["\n]'
--- odd name, of a trigger
SELECT tgname FROM trg WHERE tgname ~ '"'
--- odd name, of an event trigger
SELECT evtname FROM pg_event_trigger WHERE evtname ~ '"'
--- odd name, of a rule
SELECT rulename FROM pg_rewrite WHERE rulename = 'RULE'
--- odd name, of a policy
SELECT polname FROM pg_policy WHERE polname ~ ''''
--- odd name, of extended statistics
SELECT stxname FROM pg_statistic_ext WHERE stxname ~ '\.'
--- odd name, of an operator
SELECT oprname FROM pg_operator WHERE oprname = '@#%'
--- odd name, of a collation
SELECT collname FROM pg_collation WHERE collname ~ '"'
--- odd name, of a text search object
SELECT dictname FROM pg_ts_dict WHERE dictname ~ ''''
--- odd name, of foreign data objects
SELECT srvname FROM pg_foreign_server JOIN pg_foreign_data_wrapper AS w ON w.oid = srvfdw
WHERE srvname ~ '''' AND fdwname ~ '"'
--- odd name, of a publication
SELECT pubname FROM pg_publication WHERE pubname ~ '"'
--- odd name, of a subscription
SELECT subname FROM pg_subscription JOIN pg_database AS d ON d.oid = subdbid
WHERE datname = current_database() AND subname ~ ''''
