-- Names as people may choose them. The schema's own name ends in blanks and holds a newline.
CREATE SCHEMA "Odd"" 'schema'
.\%s $$ 🐘  ";
SET search_path = "Odd"" 'schema'
.\%s $$ 🐘  ", pg_catalog;

CREATE TYPE "select" AS ENUM ('a"b', 'a''b', E'a\nb', 'a\b', 'a,b', '{}', '', ' ', 'NULL', '🐘');
CREATE TYPE "Type.With.Dots" AS ("Field "" one" int, "order" text, "🐘" "select");
CREATE DOMAIN "DOMAIN" AS text CONSTRAINT "check ""it""" CHECK (VALUE <> 'a''b');
CREATE TYPE "range[]" AS RANGE (subtype = "DOMAIN", multirange_type_name = "ranges{}");
CREATE COLLATION "collation ""C""" (provider = libc, locale = 'C');
CREATE SEQUENCE "Sequence 'one'" START 5;
CREATE TABLE "table" (
    "1st" int PRIMARY KEY,
    "user" text COLLATE "collation ""C""" DEFAULT E'line\nline''s \\ "q" $$ %s',
    "UPPER" int GENERATED ALWAYS AS ("1st" + 1) STORED,
    "a.b" int DEFAULT nextval('"Sequence ''one''"'),
    "new
line" "select" DEFAULT 'a''b',
    "tab	tab" "Type.With.Dots",
    "back\slash" "DOMAIN",
    "per%cent %s %n" text,
    "em🐘ji é ẞ 表" text,
    "quote""quote" text,
    "?" text,
    "$1" text,
    "{x}" text,
    " " text,
    "' OR 1=1; --" text,
    "/* comment" text,
    "0123456789012345678901234567890123456789012345678901234567890_3" text,
    "ééééééééééééééééééééééééééééééé" text,
    CONSTRAINT "check"" ?" CHECK ("UPPER" > 0 AND "user" <> E'\n'),
    CONSTRAINT "unique;" UNIQUE ("a.b")
);
CREATE TABLE "part"" 'ed" ("Key" text) PARTITION BY LIST ("Key");
CREATE TABLE "part
1" PARTITION OF "part"" 'ed" FOR VALUES IN (E'it''s\n', '"', '\');
CREATE TABLE "child table" ("Own" int) INHERITS ("table");
CREATE TABLE "refers" ("to" int CONSTRAINT "FK ""key""" REFERENCES "table" ("1st"));
CREATE INDEX "index" ON "table" (lower("user"), "quote""quote" DESC) WHERE "per%cent %s %n" <> '"';
CREATE VIEW "view" ("col "" 1", "from") AS SELECT "1st", E'\n' || "user" FROM "table" AS "t ""x";
CREATE MATERIALIZED VIEW "Mat View" AS SELECT "new
line" FROM "table";
CREATE FUNCTION "func(tion"("arg "" 1" int DEFAULT 1, "limit" "select" DEFAULT 'a"b',
    VARIADIC "a b" "DOMAIN"[] DEFAULT '{"x,y"}') RETURNS "Type.With.Dots"
    LANGUAGE plpgsql SET search_path = "Odd, schema", "quote""d" AS $do$
BEGIN
    RETURN NULL; -- 'unbalanced " and $$ and \ and %
END
$do$;
CREATE PROCEDURE "CALL"(INOUT "INOUT" text) LANGUAGE sql AS 'SELECT ''it''''s''::text';
CREATE AGGREGATE "agg""regate"("in" text) (SFUNC = text_larger, STYPE = text);
CREATE FUNCTION "trigger"() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER "before ""it""" BEFORE UPDATE OF "1st", "a.b" ON "table" FOR EACH ROW
    WHEN (NEW."1st" IS DISTINCT FROM OLD."a.b") EXECUTE FUNCTION "trigger"('"', '''', 'a b', E'\n');
CREATE RULE "RULE" AS ON INSERT TO "view" DO INSTEAD NOTHING;
ALTER TABLE "table" ENABLE ROW LEVEL SECURITY;
CREATE POLICY "policy 'p'" ON "table" TO "every ""role"" \ %s 100%
üñí 🐘" USING ("user" = CURRENT_USER);
CREATE STATISTICS "stat.istics" ON "1st", "a.b" FROM "table";
CREATE FUNCTION "=="("select", int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
CREATE OPERATOR @#% (FUNCTION = "==", LEFTARG = "select", RIGHTARG = int);
CREATE CAST ("Type.With.Dots" AS text) WITH INOUT;
CREATE TEXT SEARCH DICTIONARY "dict 'D'" (TEMPLATE = simple, STOPWORDS = english);
CREATE TEXT SEARCH CONFIGURATION "CONFIG" (PARSER = "default");
ALTER TEXT SEARCH CONFIGURATION "CONFIG" ADD MAPPING FOR word WITH "dict 'D'";
CREATE FOREIGN DATA WRAPPER "wrap""per";
CREATE SERVER "server 's'" FOREIGN DATA WRAPPER "wrap""per" OPTIONS ("odd ""option" 'it''s \ ');
CREATE FOREIGN TABLE "foreign" ("In" int OPTIONS ("Col Name" E'a"b''c\n')) SERVER "server 's'"
    OPTIONS ("Table" 'a.b');
CREATE PUBLICATION "pub ""lication" FOR TABLE "table";
CREATE SUBSCRIPTION "sub 'scription'" CONNECTION 'password=''canary in quotes'''
    PUBLICATION "pub ""lication", "a,b" WITH (connect = false, slot_name = NONE);
CREATE FUNCTION "event"() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN NULL; END';
CREATE EVENT TRIGGER "event ""trigger" ON sql_drop EXECUTE FUNCTION "event"();

ALTER TABLE "table" OWNER TO "every ""role"" \ %s 100%
üñí 🐘";
GRANT SELECT ("1st", "a.b") ON "table" TO every_reader;
GRANT INSERT ON "table" TO "every ""role"" \ %s 100%
üñí 🐘" WITH GRANT OPTION;
COMMENT ON TABLE "table" IS E'\n$$ it''s "quoted" \\ ';
COMMENT ON COLUMN "table"."new
line" IS 'a "comment"; DROP TABLE x; --';
INSERT INTO "table" ("1st", "user", "new
line") SELECT i, 'u' || i, 'a,b' FROM generate_series(1, 20) AS i;
