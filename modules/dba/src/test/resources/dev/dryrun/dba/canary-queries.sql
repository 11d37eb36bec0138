-- Statements whose texts pg_stat_statements keeps, some of them as they are. One a line.
SELECT count(*) FROM placed WHERE email = 'canary queried' /* canary comment */
SELECT count(*) FROM placed WHERE email IN ('canary one', 'canary two') AND amount = -918273920 -- canary comment
SELECT count(*) FROM placed WHERE lower(email) LIKE E'canary\x20escaped%' OR email = U&'c\0061nary' OR email = $q$canary dollar$q$
SELECT count(*) FROM placed WHERE born > date '1917-05-05' AND born - interval '918273 days' < now() LIMIT 918273921
SELECT CASE email WHEN 'canary case' THEN 'canary then' END FROM placed WHERE email = ANY ('{canary any}') GROUP BY email ORDER BY 1
SELECT email::varchar(12), amount::numeric(12, 2), 918273922.5 FROM placed OFFSET 918273923
WITH w AS (SELECT 'canary with' AS e) SELECT p.id FROM placed p JOIN w ON w.e = p.email
INSERT INTO placed (id, email) VALUES (9001, 'canary inserted by query')
INSERT INTO refers AS r (id) VALUES (918273926) ON CONFLICT DO NOTHING RETURNING whose || 'canary returned'
UPDATE placed SET email = 'canary updated by query', amount = 918273924 WHERE id = 9001
DELETE FROM placed WHERE email = 'canary updated by query'
VALUES ('canary value', 918273925)
SELECT xmlelement(name "a", 'canary xml'), X'63616e617279', B'1010'
EXPLAIN SELECT * FROM placed WHERE email = 'canary explained'
PREPARE p AS SELECT * FROM placed WHERE email = 'canary prepared'; EXECUTE p
CREATE TABLE made (email text DEFAULT 'canary made')
CREATE TABLE made_too AS SELECT 'canary made too'::text AS email
DROP TABLE made, made_too
DO $$ BEGIN PERFORM 1 FROM placed WHERE email = 'canary done'; END $$
CALL change()
SELECT counted('canary called')
SET app.who = 'canary setting'
NOTIFY told, 'canary notified'
CREATE ROLE somebody PASSWORD 'canary password'
ALTER ROLE somebody PASSWORD 'canary new password' VALID UNTIL '2100-01-01'
DROP ROLE somebody
COPY (SELECT 'canary copied') TO PROGRAM 'cat >/dev/null # canary program'
COPY placed (email) FROM PROGRAM 'true # canary from program'
DECLARE c CURSOR WITH HOLD FOR SELECT * FROM placed WHERE email = 'canary declared'
SELECT 1 WHERE 'canary broken
