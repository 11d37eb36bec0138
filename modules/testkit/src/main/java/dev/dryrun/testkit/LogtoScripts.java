package dev.dryrun.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The scripts of `@logto/schemas`. They name their own order in a comment, and one script runs
/// after each table that does not decline it.
final class LogtoScripts {

    private static final String FOLDER = "package/tables/";
    private static final Pattern ORDER = Pattern.compile("init_order = ([0-9.]+)");
    // The first table is not in a file of its own but in the source of a model.
    private static final Pattern MODEL = Pattern.compile("/\\* Sql \\*/ `(.*?)`", Pattern.DOTALL);

    private final Map<String, String> files = SchemaPackage.texts("logto-schemas.tgz");
    private final String database;

    private LogtoScripts(String database) {
        this.database = database;
    }

    /// Gives the scripts in their order.
    ///
    /// @param database part of the name of the role that they make
    static List<String> of(String database) {
        return new LogtoScripts(database).inOrder();
    }

    private List<String> inOrder() {
        List<String> scripts = new ArrayList<>();
        scripts.add(filled("_before_all", ""));
        tables().forEach(
                        (key, text) -> {
                            scripts.add(text);
                            if (!text.contains("no_after_each") && !key.endsWith("_functions")) {
                                scripts.add(filled("_after_each", key.substring(9)));
                            }
                        });
        scripts.add(filled("_after_all", ""));
        return scripts;
    }

    /// {@return the scripts of the tables by nine characters that tell the order, and the name}
    private Map<String, String> tables() {
        Map<String, String> tables = new TreeMap<>();
        tables.put(key(0, "tenants"), tenants());
        files.forEach(
                (path, text) -> {
                    String name = path.replace(FOLDER, "").replace(".sql", "");
                    boolean table = !name.startsWith("_before") && !name.startsWith("_after");
                    if (path.equals(FOLDER + name + ".sql") && table) {
                        Matcher order = ORDER.matcher(text);
                        double number = order.find() ? Double.parseDouble(order.group(1)) : 99;
                        tables.put(key(number, name), text);
                    }
                });
        return tables;
    }

    private static String key(double order, String name) {
        return "%08d:%s".formatted(Math.round(order * 100), name);
    }

    private String tenants() {
        Matcher sql = MODEL.matcher(SchemaPackage.text(files, "package/lib/models/tenants.js"));
        if (!sql.find()) {
            throw new IllegalStateException("the model of the table tenants holds no SQL");
        }
        return sql.group(1).replaceAll("\\$\\{[^}]*}", "development");
    }

    private String filled(String name, String table) {
        return SchemaPackage.text(files, FOLDER + name + ".sql")
                .replace("${database}", database)
                .replace("${password}", EveryObject.CANARY)
                .replace("${name}", table);
    }
}
