package dev.dryrun.query;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.model.ServerFact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The schemas that unqualified names are looked for in. Not safe for concurrent calls, as the
/// catalog is not.
final class SearchPath {

    private static final String USER = "$user";
    private static final String SETTING = "search_path";
    private static final String OF_DATABASE = SETTING + " in this database";
    private static final String DEFAULT = "\"$user\", public";

    private final Catalog catalog;
    private final List<String> schemas;

    /// Whether sessions may look in schemas before these that depend on their role.
    private final boolean byRole;

    private @Nullable Set<String> perhaps;

    private SearchPath(Catalog catalog, List<String> elements, boolean rolesMaySet) {
        this.catalog = catalog;
        this.schemas = elements.stream().filter(element -> !element.equals(USER)).toList();
        this.byRole = rolesMaySet || elements.contains(USER);
    }

    /// {@return the path of a new session in the captured database; the server's default where no
    /// settings were captured}
    ///
    /// @param catalog what was captured
    static SearchPath of(Catalog catalog) {
        ServerFact captured = catalog.setting(SETTING).orElse(null);
        // What the capturing role has for itself alone says nothing of others.
        if (captured == null || first(captured, "source").endsWith("user")) {
            captured = catalog.setting(OF_DATABASE).orElse(null);
        }
        return new SearchPath(
                catalog, elements(captured == null ? DEFAULT : first(captured, "setting")), true);
    }

    /// {@return the path that a session has set}
    ///
    /// @param elements the schemas it names, as the catalogue stores them
    SearchPath set(List<String> elements) {
        return new SearchPath(catalog, elements, false);
    }

    /// {@return the schemas in order, as the catalogue stores them, without those of the system}
    List<String> schemas() {
        return schemas;
    }

    /// {@return whether some role's sessions may find what is in a schema: their own, by `"$user"`,
    /// or one of their role's settings}
    ///
    /// @param schema as the catalogue stores it
    boolean mayReach(String schema) {
        if (!byRole) {
            return false;
        }
        Set<String> known = perhaps;
        if (known == null) {
            Set<String> found = new HashSet<>();
            catalog.forEachRole(role -> found.add(role.name()));
            catalog.forEachSetting(setting -> {
                if (setting.name().startsWith(SETTING + " ")) {
                    found.addAll(elements(first(setting, "setting")));
                }
            });
            perhaps = found;
            known = found;
        }
        return known.contains(schema);
    }

    private static String first(ServerFact fact, String property) {
        List<String> values = fact.properties().getOrDefault(property, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    /// {@return the names in a setting, `"$user", public`, as the catalogue stores them}
    ///
    /// @param setting its value
    static List<String> elements(String setting) {
        List<String> elements = new ArrayList<>();
        StringBuilder name = new StringBuilder();
        boolean quoted = false;
        boolean folds = true;
        for (int i = 0; i < setting.length(); i++) {
            char c = setting.charAt(i);
            if (quoted && setting.startsWith("\"\"", i)) {
                name.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
                folds = false;
            } else if (c == ',' && !quoted) {
                add(name, folds, elements);
                folds = true;
            } else if (quoted || !Character.isWhitespace(c)) {
                name.append(c);
            }
        }
        add(name, folds, elements);
        return elements;
    }

    private static void add(StringBuilder name, boolean folds, List<String> elements) {
        if (!name.isEmpty()) {
            String written = name.toString();
            elements.add(folds ? written.toLowerCase(Locale.ROOT) : written);
        }
        name.setLength(0);
    }
}
