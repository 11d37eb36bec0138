package dev.dryrun.ddl;

import dev.dryrun.model.Definition;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.SchemaObject;
import java.util.List;
import java.util.Locale;

/// How statements about an object that is there name it.
///
/// @param word the kind, as `ALTER` and `COMMENT ON` write it
/// @param name the name, as they write it
record ObjectName(String word, String name) {

    /// {@return both, with a blank between}
    String sql() {
        return word + " " + name;
    }

    /// {@return how the object is named}
    static ObjectName of(SchemaObject object) {
        ObjectKind kind = object.about().kind();
        return new ObjectName(word(kind), name(kind, object));
    }

    private static String word(ObjectKind kind) {
        return switch (kind) {
            case BASE_TYPE, COMPOSITE, ENUM, RANGE -> "TYPE";
            default -> kind.word().replace('_', ' ').toUpperCase(Locale.ROOT);
        };
    }

    private static String name(ObjectKind kind, SchemaObject object) {
        QualifiedName name = object.name();
        return switch (kind) {
            case FUNCTION, PROCEDURE -> Sql.function(name) + Sql.arguments(name);
            case AGGREGATE -> Sql.function(name) + "(" + aggregated(object) + ")";
            case OPERATOR ->
                    Sql.name(name.schema()) + "." + Sql.ownName(name) + " " + Sql.arguments(name);
            case OPERATOR_CLASS, OPERATOR_FAMILY -> ofMethod(object);
            case CAST, TRANSFORM -> name.name();
            default -> name.sql();
        };
    }

    /// {@return the arguments of an aggregate, as `CREATE AGGREGATE` writes them}
    static String aggregated(SchemaObject aggregate) {
        String arguments = property(aggregate, "arguments");
        return arguments.isEmpty() ? "*" : arguments;
    }

    /// {@return `schema.name USING method`}
    static String ofMethod(SchemaObject object) {
        return methodless(object).sql() + " USING " + Sql.name(property(object, "using"));
    }

    /// {@return the name of an operator class or family without its access method}
    static QualifiedName methodless(SchemaObject object) {
        String name = object.name().name();
        int end = name.length() - " USING ".length() - property(object, "using").length();
        return new QualifiedName(object.name().schema(), name.substring(0, end));
    }

    private static String property(SchemaObject object, String property) {
        return object instanceof Definition definition
                ? String.join("", definition.properties().getOrDefault(property, List.of()))
                : "";
    }
}
