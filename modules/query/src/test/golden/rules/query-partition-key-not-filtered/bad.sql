SELECT avg(value) FROM measure WHERE device = 7;
SELECT device, max(value) FROM reading GROUP BY device;
UPDATE measure SET value = 0 WHERE device = 7;
DELETE FROM measure WHERE value < 0;
SELECT page FROM visit WHERE id = 7;
SELECT count(*) FROM measure m JOIN customer c ON c.number = m.device WHERE c.id = 7;
