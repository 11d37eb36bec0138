package dev.dryrun.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What initdb makes in every database of one major version: in a snapshot it is not, because it is
/// the same in all.
///
/// Source: `builtins/<major>.txt`, which `src/test/builtins/builtins.sql` makes on a fresh server
/// of that version and which says what its lines mean. A server newer than all files is taken for
/// one of the newest. Read when first asked for. Immutable: any thread may use one.
final class BuiltIns {

    private static final int OLDEST = 14;
    private static final int NEWEST = 18;
    private static final int PER_MAJOR = 10_000;
    private static final String CATALOG = "pg_catalog.";

    /// Types that a whole row is passed as, whatever its table.
    private static final Set<String> OF_ANY_ROW =
            Set.of("any", "anyelement", "anynonarray", "anycompatible", "anycompatiblenonarray");

    private final Set<String> types = new HashSet<>();

    /// Types that have no fields: base types, ranges and arrays.
    private final Set<String> scalars = new HashSet<>();

    private final Map<String, List<String>> functions = new HashMap<>();

    /// Tables and views, each with its columns.
    private final Map<String, String> relations = new HashMap<>();

    private final Set<String> tables = new HashSet<>();

    // Each is initialised when it is first named, once, by whichever thread comes first.
    private static final class Of14 {
        static final BuiltIns READ = new BuiltIns(OLDEST);
    }

    private static final class Of15 {
        static final BuiltIns READ = new BuiltIns(15);
    }

    private static final class Of16 {
        static final BuiltIns READ = new BuiltIns(16);
    }

    private static final class Of17 {
        static final BuiltIns READ = new BuiltIns(17);
    }

    private static final class Of18 {
        static final BuiltIns READ = new BuiltIns(NEWEST);
    }

    private BuiltIns(int major) {
        String text = text(major);
        int end;
        for (int start = 0; (end = text.indexOf('\n', start)) >= 0; start = end + 1) {
            char what = text.charAt(start);
            if ("tfrv".indexOf(what) >= 0) {
                int nameEnd = text.indexOf('\t', start + 2);
                String name = text.substring(start + 2, nameEnd);
                if (what == 'r' || what == 'v') {
                    relations.put(name, text.substring(nameEnd + 1, end));
                    if (what == 'r') {
                        tables.add(name);
                    }
                } else if (what == 't') {
                    types.add(name);
                    if ("brm".indexOf(text.charAt(nameEnd + 1)) >= 0) {
                        scalars.add(name);
                    }
                    addArray(text.substring(nameEnd + 1, end));
                } else {
                    addFunction(name, text.substring(nameEnd + 1, end));
                }
            }
        }
    }

    private void addFunction(String name, String signature) {
        List<String> overloads = functions.get(name);
        if (overloads == null) {
            overloads = new ArrayList<>(1);
            functions.put(name, overloads);
        }
        overloads.add(signature);
    }

    /// Kind, category and preference stand before it.
    private void addArray(String fields) {
        int before = -1;
        for (int field = 0; field < 3; field++) {
            before = fields.indexOf('\t', before + 1);
        }
        String array = fields.substring(before + 1, fields.indexOf('\t', before + 1));
        if (!array.isEmpty()) {
            types.add(array);
            scalars.add(array);
        }
    }

    /// {@return what such a server has}
    ///
    /// @param serverVersionNum `server_version_num`: 140018, 180006 …
    static BuiltIns of(int serverVersionNum) {
        return switch (Math.clamp(serverVersionNum / PER_MAJOR, OLDEST, NEWEST)) {
            case OLDEST -> Of14.READ;
            case 15 -> Of15.READ;
            case 16 -> Of16.READ;
            case 17 -> Of17.READ;
            default -> Of18.READ;
        };
    }

    /// {@return the names of the types, array types included: those of `pg_catalog` alone, others
    /// behind their schema and a dot}
    Set<String> types() {
        return Collections.unmodifiableSet(types);
    }

    /// {@return whether there is such a type}
    ///
    /// @param schema its schema
    /// @param name as the catalogue stores it: `int4`, never `integer`; of an array `_int4`
    boolean hasType(String schema, String name) {
        return types.contains(key(schema, name));
    }

    /// {@return whether there is such a function, aggregate, procedure or window function}
    ///
    /// @param schema its schema
    /// @param name its name alone
    boolean hasFunction(String schema, String name) {
        return functions.containsKey(key(schema, name));
    }

    /// {@return the names of all functions, as those of types}
    Set<String> functions() {
        return Collections.unmodifiableSet(functions.keySet());
    }

    /// {@return the functions, aggregates, procedures and window functions of a name}
    ///
    /// @param schema their schema
    /// @param name their name alone
    List<Signature> signatures(String schema, String name) {
        return functions.getOrDefault(key(schema, name), List.of()).stream()
                .map(Signature::ofBuiltIn)
                .toList();
    }

    /// A column of a table or view.
    ///
    /// @param name as the catalogue stores it
    /// @param type of `pg_catalog` alone, any other behind its schema and a dot
    record Column(String name, String type) {}

    /// {@return the columns of a table or view in order; empty when there is none of that name}
    ///
    /// @param schema its schema
    /// @param name its name alone
    List<Column> columns(String schema, String name) {
        List<Column> columns = new ArrayList<>();
        String fields = relations.getOrDefault(key(schema, name), "");
        for (String field : fields.isEmpty() ? new String[0] : fields.split(",")) {
            int space = field.indexOf(' ');
            columns.add(new Column(field.substring(0, space), field.substring(space + 1)));
        }
        return columns;
    }

    /// {@return whether there is a table of this name, which has system columns; a view has none}
    ///
    /// @param schema its schema
    /// @param name its name alone
    boolean isTable(String schema, String name) {
        return tables.contains(key(schema, name));
    }

    /// {@return the names of all tables and views, as those of types}
    Set<String> relations() {
        return Collections.unmodifiableSet(relations.keySet());
    }

    /// {@return whether there is a type of `pg_catalog` of this name that is no pseudo-type, and so
    /// is never a row}
    ///
    /// @param name as the catalogue stores it
    boolean isScalar(String name) {
        return scalars.contains(name);
    }

    /// {@return whether a function of `pg_catalog` of this name may take the row of any table as
    /// its only argument}
    ///
    /// @param name its name alone
    boolean takesRow(String name) {
        return functions.getOrDefault(name, List.of()).stream().anyMatch(BuiltIns::takesRowAlone);
    }

    private static boolean takesRowAlone(String signature) {
        String[] fields = signature.split("\t", -1);
        String[] inputs = fields[1].split(",", -1);
        int defaults = Integer.parseInt(fields[2]);
        boolean row = OF_ANY_ROW.contains(inputs[0]) || inputs[0].equals("record");
        return row && inputs.length - defaults <= 1;
    }

    private static String key(String schema, String name) {
        String key = schema + "." + name;
        return key.startsWith(CATALOG) ? key.substring(CATALOG.length()) : key;
    }

    private static String text(int major) {
        String name = "builtins/" + major + ".txt";
        try (InputStream in = BuiltIns.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in this module");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
