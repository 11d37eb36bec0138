package dev.dryrun.capture;

import dev.dryrun.model.Definition;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Reads the objects of one kind whose DDL is a list of parameters.
///
/// The resource gives `oid`, `schema`, `name` and `owner`, ordered by oid; every further column is
/// a property by DDL's own word, NULL where it stands at its default.
///
/// @param kind what they are
/// @param catalogue where they are kept
/// @param resource the `.sql` resource, without folder and suffix
record DefinitionReader(ObjectKind kind, String catalogue, String resource) {

    private static final int FIRST_PROPERTY = 5;

    /// {@return the readers, one for each kind}
    static List<DefinitionReader> all() {
        return List.of(
                new DefinitionReader(ObjectKind.SCHEMA, "pg_namespace", "schemas"),
                new DefinitionReader(ObjectKind.EXTENSION, "pg_extension", "extensions"),
                new DefinitionReader(ObjectKind.BASE_TYPE, "pg_type", "base_types"),
                new DefinitionReader(ObjectKind.AGGREGATE, "pg_proc", "aggregates"),
                new DefinitionReader(ObjectKind.OPERATOR, "pg_operator", "operators"),
                new DefinitionReader(
                        ObjectKind.OPERATOR_FAMILY, "pg_opfamily", "operator_families"),
                new DefinitionReader(ObjectKind.OPERATOR_CLASS, "pg_opclass", "operator_classes"),
                new DefinitionReader(ObjectKind.CAST, "pg_cast", "casts"),
                new DefinitionReader(ObjectKind.COLLATION, "pg_collation", "collations"),
                new DefinitionReader(ObjectKind.CONVERSION, "pg_conversion", "conversions"),
                new DefinitionReader(ObjectKind.LANGUAGE, "pg_language", "languages"),
                new DefinitionReader(ObjectKind.TRANSFORM, "pg_transform", "transforms"),
                new DefinitionReader(ObjectKind.ACCESS_METHOD, "pg_am", "access_methods"),
                new DefinitionReader(
                        ObjectKind.TEXT_SEARCH_PARSER, "pg_ts_parser", "text_search_parsers"),
                new DefinitionReader(
                        ObjectKind.TEXT_SEARCH_TEMPLATE, "pg_ts_template", "text_search_templates"),
                new DefinitionReader(
                        ObjectKind.TEXT_SEARCH_DICTIONARY,
                        "pg_ts_dict",
                        "text_search_dictionaries"),
                new DefinitionReader(
                        ObjectKind.TEXT_SEARCH_CONFIGURATION,
                        "pg_ts_config",
                        "text_search_configurations"),
                new DefinitionReader(
                        ObjectKind.FOREIGN_DATA_WRAPPER,
                        "pg_foreign_data_wrapper",
                        "foreign_data_wrappers"),
                new DefinitionReader(ObjectKind.SERVER, "pg_foreign_server", "servers"),
                new DefinitionReader(
                        ObjectKind.EVENT_TRIGGER, "pg_event_trigger", "event_triggers"),
                new DefinitionReader(ObjectKind.PUBLICATION, "pg_publication", "publications"),
                new DefinitionReader(ObjectKind.SUBSCRIPTION, "pg_subscription", "subscriptions"),
                new DefinitionReader(
                        ObjectKind.DEFAULT_PRIVILEGES, "pg_default_acl", "default_privileges"));
    }

    /// {@return all of them, ordered by oid}
    ///
    /// @param connection in a transaction, with an empty `search_path`
    List<Definition> read(Connection connection) throws SQLException {
        List<Definition> definitions = new ArrayList<>();
        try (Rows rows = new CatalogQuery("kinds/" + resource).run(connection);
                FactsReader facts = new FactsReader(connection, catalogue)) {
            while (rows.next()) {
                definitions.add(
                        new Definition(
                                kind,
                                new QualifiedName(rows.text("schema"), rows.text("name")),
                                rows.properties(FIRST_PROPERTY),
                                facts.take(rows)));
            }
        }
        return definitions;
    }
}
