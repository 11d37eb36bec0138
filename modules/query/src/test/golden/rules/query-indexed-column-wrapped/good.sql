SELECT id FROM customer WHERE email = 'c7@example.com';
SELECT id FROM customer WHERE created_at >= '2024-05-01' AND created_at < date '2024-05-01' + 1;
SELECT id FROM customer WHERE number = 8 - 1;
-- An index on the expression.
SELECT id FROM customer WHERE upper(country) = 'C7';
-- A cast that is none.
SELECT id FROM customer WHERE email::text = 'c7@example.com';
-- Another index finds the rows first.
SELECT id FROM customer WHERE number = 7 AND lower(email) = 'c7@example.com';
-- Not asked of the server
SELECT id FROM customer WHERE lower(note) = 'x';
SELECT id FROM customer WHERE lower(email) = 'x' OR number = 7;
SELECT code FROM country WHERE lower(code) = 'c1';
SELECT id FROM fresh WHERE lower(name) = 'x';
