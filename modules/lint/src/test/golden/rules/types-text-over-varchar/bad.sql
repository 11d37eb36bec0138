CREATE SCHEMA crm;
CREATE TABLE crm.contact (
    id bigint PRIMARY KEY,
    name character varying(20) NOT NULL DEFAULT 'n/a' CHECK (name <> ''),
    email varchar UNIQUE,
    tags varchar(10)[],
    "Nick Name" varchar(5),
    "order" varchar(1),
    a123456789_123456789_123456789_123456789_123456789_123456789_12 varchar(10485760)
);
CREATE INDEX contact_name ON crm.contact (name varchar_pattern_ops);
INSERT INTO crm.contact (id, name, email) VALUES (1, 'Ada', 'ada@example.org');

-- Both sides of a foreign key.
CREATE TABLE crm.country (code varchar(2) PRIMARY KEY);
CREATE TABLE crm.city (country_code varchar(2) REFERENCES crm.country);

-- No statement can change these.
CREATE TABLE crm.region (code varchar(2), note varchar(9)) PARTITION BY LIST (code);
CREATE TABLE crm.region_eu PARTITION OF crm.region FOR VALUES IN ('EU');
CREATE TABLE crm.computed (
    first_name varchar(9),
    initial varchar(1) GENERATED ALWAYS AS (substr(first_name, 1, 1)) STORED
);
