CREATE DOMAIN short_name AS varchar(20);
CREATE TYPE "character varying" AS ENUM ('a');

CREATE TABLE contact (
    id bigint PRIMARY KEY,
    name text NOT NULL CHECK (char_length(name) <= 20),
    tags text[],
    short short_name,
    odd public."character varying",
    code character(2),
    raw "char",
    data bytea
);

-- Views are not tables: their columns follow.
CREATE VIEW codes AS SELECT code::varchar(2) AS code FROM contact;
