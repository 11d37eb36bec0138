SELECT id FROM customer WHERE country = 'C7';
SELECT id FROM customer LIMIT 10;
SELECT id FROM customer FETCH FIRST 10 ROWS ONLY;
SELECT count(*), max(number) FROM customer;
SELECT country, count(*) FROM customer GROUP BY country;
SELECT DISTINCT country FROM customer;
SELECT id FROM customer TABLESAMPLE SYSTEM (1);
-- Something else limits it.
SELECT c.id FROM customer c JOIN (VALUES (1), (2)) v (id) ON v.id = c.id;
SELECT c.id FROM customer c JOIN country k ON k.code = c.country AND k.name = 'one';
(SELECT id FROM orders UNION ALL SELECT id FROM customer) LIMIT 5;
-- The client does not get it.
CREATE TABLE copied AS SELECT id FROM customer;
INSERT INTO setting SELECT name, 1 FROM customer;
COPY (SELECT id FROM customer) TO STDOUT;
DECLARE all_of_them CURSOR FOR SELECT id FROM customer;
-- Small, and of a size that is not known.
SELECT code FROM country;
SELECT id FROM fresh;
