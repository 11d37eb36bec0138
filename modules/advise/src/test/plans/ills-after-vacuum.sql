CREATE TABLE stale (id int, kind text) WITH (autovacuum_enabled = off);
INSERT INTO stale SELECT i, 'old' FROM generate_series(1, 20000) i;
ANALYZE stale;
INSERT INTO stale SELECT i, 'fresh' FROM generate_series(1, 20000) i;
CREATE TABLE unseen (id int, kind int) WITH (autovacuum_enabled = off);
INSERT INTO unseen SELECT i, i % 2 FROM generate_series(1, 20000) i;
CREATE TABLE unvacuumed (id int PRIMARY KEY, v int) WITH (autovacuum_enabled = off);
INSERT INTO unvacuumed SELECT i, i FROM generate_series(1, 20000) i;
ANALYZE unvacuumed;
