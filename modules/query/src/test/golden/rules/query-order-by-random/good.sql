SELECT id FROM customer TABLESAMPLE SYSTEM (1) ORDER BY random() LIMIT 1;
SELECT id FROM customer WHERE country = 'C7' ORDER BY random() LIMIT 1;
SELECT name FROM country ORDER BY random();
SELECT id FROM customer WHERE id >= (random() * 20000)::bigint ORDER BY id LIMIT 1;
