UPDATE customer SET note = NULL WHERE id = 7;
DELETE FROM orders WHERE placed_at < now() - interval '1 year';
-- It is what the text says.
DELETE FROM orders WHERE true;
TRUNCATE orders;
INSERT INTO country VALUES ('C4', 'four') ON CONFLICT (code) DO UPDATE SET name = excluded.name;
