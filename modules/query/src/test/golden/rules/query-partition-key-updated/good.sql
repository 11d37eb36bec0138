UPDATE measure SET value = 0 WHERE at = '2024-05-01';
UPDATE sale SET region = 'south' WHERE region = 'north';
UPDATE customer SET created_at = now() WHERE id = 7;
