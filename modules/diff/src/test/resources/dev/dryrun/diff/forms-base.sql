CREATE SCHEMA s;
CREATE TYPE s.kind AS ENUM ('a', 'b');
CREATE TABLE s.t (id integer NOT NULL, a integer, b text, c timestamptz, k s.kind);
CREATE TABLE s.u (id integer PRIMARY KEY, a integer, b text);
CREATE TABLE s.p (at date NOT NULL, n integer) PARTITION BY RANGE (at);
CREATE FUNCTION s.trig() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE FUNCTION s.ev() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
CREATE FUNCTION s.same(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 = $2';
CREATE FOREIGN DATA WRAPPER w;
CREATE SERVER fs FOREIGN DATA WRAPPER w;
CREATE TYPE s.row AS (x integer, y text);
CREATE TABLE s.h (a integer, b text) PARTITION BY HASH (a);
CREATE SEQUENCE s.sq
