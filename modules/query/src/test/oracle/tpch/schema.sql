-- The eight tables of TPC-H, their columns named without the tables' letters.
CREATE SCHEMA tpch;
CREATE TABLE tpch.region (
    regionkey int PRIMARY KEY, name char(25) NOT NULL, comment varchar(152)
);
CREATE TABLE tpch.nation (
    nationkey int PRIMARY KEY, name char(25) NOT NULL,
    regionkey int NOT NULL REFERENCES tpch.region, comment varchar(152)
);
CREATE TABLE tpch.supplier (
    suppkey int PRIMARY KEY, name char(25) NOT NULL, address varchar(40) NOT NULL,
    nationkey int NOT NULL REFERENCES tpch.nation, phone char(15) NOT NULL,
    acctbal decimal(15, 2) NOT NULL, comment varchar(101) NOT NULL
);
CREATE TABLE tpch.customer (
    custkey int PRIMARY KEY, name varchar(25) NOT NULL, address varchar(40) NOT NULL,
    nationkey int NOT NULL REFERENCES tpch.nation, phone char(15) NOT NULL,
    acctbal decimal(15, 2) NOT NULL, mktsegment char(10) NOT NULL, comment varchar(117) NOT NULL
);
CREATE TABLE tpch.part (
    partkey int PRIMARY KEY, name varchar(55) NOT NULL, mfgr char(25) NOT NULL,
    brand char(10) NOT NULL, type varchar(25) NOT NULL, size int NOT NULL,
    container char(10) NOT NULL, retailprice decimal(15, 2) NOT NULL, comment varchar(23) NOT NULL
);
CREATE TABLE tpch.partsupp (
    partkey int NOT NULL REFERENCES tpch.part, suppkey int NOT NULL REFERENCES tpch.supplier,
    availqty int NOT NULL, supplycost decimal(15, 2) NOT NULL, comment varchar(199) NOT NULL,
    PRIMARY KEY (partkey, suppkey)
);
CREATE TABLE tpch.orders (
    orderkey bigint PRIMARY KEY, custkey int NOT NULL REFERENCES tpch.customer,
    orderstatus char(1) NOT NULL, totalprice decimal(15, 2) NOT NULL, orderdate date NOT NULL,
    orderpriority char(15) NOT NULL, clerk char(15) NOT NULL, shippriority int NOT NULL,
    comment varchar(79) NOT NULL
);
CREATE TABLE tpch.lineitem (
    orderkey bigint NOT NULL REFERENCES tpch.orders, partkey int NOT NULL, suppkey int NOT NULL,
    linenumber int NOT NULL, quantity decimal(15, 2) NOT NULL,
    extendedprice decimal(15, 2) NOT NULL, discount decimal(15, 2) NOT NULL,
    tax decimal(15, 2) NOT NULL, returnflag char(1) NOT NULL, linestatus char(1) NOT NULL,
    shipdate date NOT NULL, commitdate date NOT NULL, receiptdate date NOT NULL,
    shipinstruct char(25) NOT NULL, shipmode char(10) NOT NULL, comment varchar(44) NOT NULL,
    PRIMARY KEY (orderkey, linenumber),
    FOREIGN KEY (partkey, suppkey) REFERENCES tpch.partsupp
);
