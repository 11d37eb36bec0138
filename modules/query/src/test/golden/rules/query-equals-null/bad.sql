SELECT id FROM customer WHERE referrer = NULL;
SELECT id FROM customer WHERE referrer <> NULL AND id > 7;
SELECT id, referrer != NULL AS referred FROM customer WHERE id = 1;
UPDATE customer SET note = '' WHERE note = NULL;
SELECT id FROM customer WHERE id = 1 AND number NOT IN (1, 2, NULL);
