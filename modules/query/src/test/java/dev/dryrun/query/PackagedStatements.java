package dev.dryrun.query;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// The statements in published packages, which the build copies; nothing of them is in the source
/// tree.
final class PackagedStatements {

    private static final Pattern STATEMENT =
            Pattern.compile("(?s)\\s*(SELECT|INSERT|UPDATE|DELETE)\\s.*");

    private static final Pattern QUOTED = Pattern.compile("\"\\w+\"");

    private static final Pattern MAPPED =
            Pattern.compile("<(select|insert|update|delete)\\b[^>]*>([^<]*)</\\1>");

    private PackagedStatements() {}

    /// {@return the queries of a benchmark, of a package for Presto, as PostgreSQL takes them}
    ///
    /// @param name `tpch` or `tpcds`
    static List<Sample> benchmark(String name) throws IOException {
        Path jar =
                Path.of(
                        System.getProperty("basedir", "."),
                        "target/corpora/presto-benchto-benchmarks.jar");
        List<Sample> samples = new ArrayList<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            TreeMap<String, ZipEntry> entries = new TreeMap<>();
            zip.stream()
                    .filter(entry -> entry.getName().startsWith("sql/presto/" + name + "/"))
                    .filter(entry -> !entry.isDirectory())
                    .forEach(entry -> entries.put(entry.getName(), entry));
            for (ZipEntry entry : entries.values()) {
                samples.add(Sample.of(forPostgres(read(zip, entry), name)));
            }
        }
        return samples;
    }

    /// Presto does not tell capitals in quoted names apart, and sorts by expressions over output
    /// columns. A careless hand has named the schema where a column is named too.
    private static String forPostgres(String sql, String schema) {
        String named =
                sql.replaceAll("\"\\$\\{database}\\.\\$\\{schema}\\.(\\w+)\"", "$1")
                        .replaceAll("\"?\\$\\{database}\"?\\.\"?\\$\\{schema}\"?\\.", schema + ".")
                        .replaceAll("\"\\$\\{prefix}(\\w+)\"", "$1")
                        .strip();
        String lower =
                QUOTED.matcher(named).replaceAll(name -> name.group().toLowerCase(Locale.ROOT));
        int order = lower.lastIndexOf("ORDER BY");
        return lower.contains("(CASE WHEN (\"lochierarchy\"")
                ? "SELECT * FROM (%s) x %s"
                        .formatted(lower.substring(0, order), lower.substring(order))
                : lower;
    }

    /// {@return the statements of Quartz, whose parameters are question marks}
    static List<Sample> quartz() throws IOException {
        return constants(
                "quartz.jar",
                "org/quartz/impl/jdbcjobstore/",
                sql -> sql.replace("{0}", "qrtz_").replace("{1}", "'scheduler'"));
    }

    /// {@return the statements of Spring Batch, whose parameters are question marks}
    static List<Sample> springBatch() throws IOException {
        return constants(
                "spring-batch-core.jar",
                "org/springframework/batch/core/repository/dao/jdbc/",
                sql -> sql.replace("%PREFIX%", "batch_"));
    }

    /// {@return the statements of Flowable that are written in one piece}
    static List<Sample> flowable() throws IOException {
        List<Sample> samples = new ArrayList<>();
        try (ZipFile zip = new ZipFile(schemaPackage("flowable-engine.jar").toFile())) {
            TreeMap<String, ZipEntry> entries = new TreeMap<>();
            zip.stream()
                    .filter(entry -> entry.getName().startsWith("org/flowable/db/mapping/"))
                    .filter(entry -> entry.getName().endsWith(".xml"))
                    .forEach(entry -> entries.put(entry.getName(), entry));
            for (ZipEntry entry : entries.values()) {
                Matcher statement = MAPPED.matcher(read(zip, entry));
                while (statement.find()) {
                    String sql = statement.group(2).replace("${prefix}", "");
                    samples.add(
                            Sample.of(
                                    sql.replaceAll("#\\{[^}]*}", "?")
                                            .replace("&lt;", "<")
                                            .replace("&gt;", ">")
                                            .strip()));
                }
            }
        }
        return samples;
    }

    private static Path schemaPackage(String jar) {
        Path root = Path.of(System.getProperty("dryrun.root", "../.."));
        return root.resolve("modules/testkit/target/schemas").resolve(jar);
    }

    private static String read(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream text = zip.getInputStream(entry)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /// The texts in classes that look like statements.
    private static List<Sample> constants(String jar, String folder, UnaryOperator<String> filled)
            throws IOException {
        TreeMap<String, Sample> samples = new TreeMap<>();
        try (ZipFile zip = new ZipFile(schemaPackage(jar).toFile())) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                if (entry.getName().startsWith(folder) && entry.getName().endsWith(".class")) {
                    try (InputStream bytes = zip.getInputStream(entry)) {
                        for (PoolEntry constant :
                                ClassFile.of().parse(bytes.readAllBytes()).constantPool()) {
                            String text = text(constant);
                            if (text != null && STATEMENT.matcher(text).matches()) {
                                samples.put(text, Sample.of(filled.apply(text)));
                            }
                        }
                    }
                }
            }
        }
        return List.copyOf(samples.values());
    }

    private static @Nullable String text(PoolEntry constant) {
        return constant instanceof StringEntry string ? string.stringValue() : null;
    }

    /// {@return a statement with its question marks numbered}
    static String numbered(String sql) {
        StringBuilder numbered = new StringBuilder();
        int parameters = 0;
        boolean quoted = false;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            quoted ^= c == '\'';
            numbered.append(c == '?' && !quoted ? "$" + ++parameters : String.valueOf(c));
        }
        return numbered.toString();
    }
}
