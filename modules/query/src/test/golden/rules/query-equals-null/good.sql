SELECT id FROM customer WHERE referrer IS NULL;
SELECT id FROM customer WHERE referrer IS DISTINCT FROM NULL AND id = 1;
UPDATE customer SET referrer = NULL WHERE id = 7;
SELECT nullif(number, NULL) FROM customer WHERE id = 1;
SELECT id FROM customer WHERE id = 1 AND number IN (1, 2, NULL);
