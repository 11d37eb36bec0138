SELECT * FROM customer WHERE country = 'C7';
SELECT o.*, c.name FROM orders o JOIN customer c ON c.id = o.customer_id WHERE c.country = 'C7';
-- Both, each by its own.
SELECT * FROM orders JOIN customer ON customer.id = customer_id WHERE country = 'C7';
SELECT * FROM customer_sum WHERE total > 100;
