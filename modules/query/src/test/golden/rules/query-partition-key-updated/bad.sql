UPDATE measure SET at = at + interval '1 hour' WHERE at = '2024-05-01';
UPDATE visit SET page = 'x', user_id = 8 WHERE user_id = 7;
