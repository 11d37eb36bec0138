SELECT id FROM customer ORDER BY random() LIMIT 1;
SELECT id FROM customer WHERE note LIKE 'n%' ORDER BY random() LIMIT 10;
SELECT id FROM log ORDER BY gen_random_uuid() LIMIT 1;
