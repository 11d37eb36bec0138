package dev.dryrun.testkit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The scripts of each package in the order in which its product runs them.
final class RealSchemaScripts {

    private static final Pattern FLYWAY = Pattern.compile("V([0-9._]+?)__.*");

    private RealSchemaScripts() {}

    static List<String> flowable() {
        String create = "db/create/flowable.postgres.create.";
        Map<String, String> engine = SchemaPackage.texts("flowable-engine.jar");
        return List.of(
                SchemaPackage.text(
                        "flowable-engine-common.jar",
                        "org/flowable/common/" + create + "common.sql"),
                SchemaPackage.text(engine, "org/flowable/" + create + "engine.sql"),
                SchemaPackage.text(engine, "org/flowable/" + create + "history.sql"),
                SchemaPackage.text(
                        "flowable-idm-engine.jar",
                        "org/flowable/idm/" + create + "identity.sql"));
    }

    static List<String> quartz() {
        return List.of(
                SchemaPackage.text(
                        "quartz.jar", "org/quartz/impl/jdbcjobstore/tables_postgres.sql"));
    }

    static List<String> springBatch() {
        return List.of(
                SchemaPackage.text(
                        "spring-batch-core.jar",
                        "org/springframework/batch/core/schema-postgresql.sql"));
    }

    /// The migrations in Flyway's order. Some of DSpace's are written in Java: what those do to an
    /// empty schema stands here.
    static List<String> dspace() {
        SortedMap<String, String> all = SchemaPackage.texts("dspace-api.jar");
        String root = "org/dspace/storage/rdbms/";
        List<String> folders =
                List.of(
                        root + "sqlmigration/postgres/",
                        root + "sqlmigration/metadata/postgres/",
                        root + "sqlmigration/workflow/postgres/xmlworkflow/");
        List<String> files =
                all.keySet().stream()
                        .filter(path -> folders.contains(folder(path)))
                        .filter(path -> FLYWAY.matcher(file(path)).matches())
                        .sorted(Comparator.comparing(path -> version(file(path))))
                        .toList();
        List<String> scripts = new ArrayList<>();
        scripts.add("CREATE EXTENSION pgcrypto");
        for (String path : files) {
            if (file(path).startsWith("V5.6_2016.08.23__")) {
                scripts.add(
                        SchemaPackage.text(
                                all, root + "xmlworkflow/postgres/xml_workflow_migration.sql"));
            }
            if (file(path).startsWith("V6.0_2015.03.07__")) {
                scripts.add(dropPrimaryKeys());
            }
            scripts.add(SchemaPackage.text(all, path));
        }
        return scripts;
    }

    private static String dropPrimaryKeys() {
        StringBuilder sql = new StringBuilder();
        for (String table :
                List.of(
                        "eperson",
                        "epersongroup",
                        "community",
                        "collection",
                        "item",
                        "bundle",
                        "bitstream")) {
            sql.append("ALTER TABLE ").append(table).append(" DROP CONSTRAINT ").append(table);
            sql.append("_pkey CASCADE;\n");
        }
        return sql.toString();
    }

    static List<String> graphileWorker() {
        List<String> scripts = new ArrayList<>();
        scripts.add("CREATE SCHEMA graphile_worker; CREATE EXTENSION pgcrypto");
        SchemaPackage.texts("graphile-worker.tgz")
                .forEach(
                        (path, text) -> {
                            if (path.startsWith("package/sql/")) {
                                scripts.add(
                                        text.replace(":GRAPHILE_WORKER_SCHEMA", "graphile_worker"));
                            }
                        });
        return scripts;
    }

    private static String folder(String path) {
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    private static String file(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /// Gives a text that sorts as the version does: each of its numbers has six digits.
    private static String version(String file) {
        Matcher matcher = FLYWAY.matcher(file);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(file + " is no migration of Flyway");
        }
        StringBuilder text = new StringBuilder();
        for (String number : matcher.group(1).split("[._]", -1)) {
            text.append("0".repeat(6 - number.length())).append(number);
        }
        return text.toString();
    }
}
