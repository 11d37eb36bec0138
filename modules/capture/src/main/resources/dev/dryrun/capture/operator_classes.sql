-- Operator classes, one row each. One is a type's default without being made for it where it is made
-- for a pseudo-type (anyarray) or for the type that its category prefers (text for varchar).
SELECT o.oid,
       n.nspname AS schema,
       o.opcname AS name,
       o.opcdefault AS is_default,
       o.opcintype AS type,
       t.typtype = 'p' OR t.typispreferred AS also_others
FROM pg_opclass o
JOIN pg_namespace n ON n.oid = o.opcnamespace
JOIN pg_type t ON t.oid = o.opcintype
