/// The PostgreSQL JDBC driver, under the module name its own manifest reserves.
///
/// The descriptor leaves out one thing on purpose: it does not provide `java.sql.Driver`. The
/// module `java.sql` uses that service, so providing it would let service binding pull the driver
/// into every process that opens a SQLite file. Make the data source by class instead: `new
/// org.postgresql.ds.PGSimpleDataSource()`.
///
/// What the driver can do without is not required: the OSGi activator, the Windows single sign-on
/// (waffle and JNA) and the Checker Framework's annotations. SCRAM is shaded inside the jar.
module org.postgresql.jdbc {
    requires static java.desktop; // java.awt.Point, in two methods of PGpoint
    requires java.management; // maxResultBuffer given in percent of the heap
    requires java.naming; // its data sources are javax.naming.Referenceable
    requires java.security.jgss; // Kerberos
    requires transitive java.sql;

    exports org.postgresql;
    exports org.postgresql.copy;
    exports org.postgresql.ds;
    exports org.postgresql.ds.common;
    exports org.postgresql.jdbc;
    exports org.postgresql.util;
}
