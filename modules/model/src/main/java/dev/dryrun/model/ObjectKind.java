package dev.dryrun.model;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What kind of thing in a database a document, a finding or a search result is about.
///
/// The [#word] is public: it stands in JSON, in `history.db` and in the arguments of tools.
public enum ObjectKind {
    SCHEMA("schema"),
    EXTENSION("extension"),
    TABLE("table"),
    FOREIGN_TABLE("foreign_table"),
    COLUMN("column"),
    CONSTRAINT("constraint"),
    INDEX("index"),
    VIEW("view"),
    MATERIALIZED_VIEW("materialized_view"),
    SEQUENCE("sequence"),
    TRIGGER("trigger"),
    /// A rewrite rule.
    RULE("rule"),
    POLICY("policy"),
    /// An extended statistics object.
    STATISTICS("statistics"),
    ENUM("enum"),
    DOMAIN("domain"),
    COMPOSITE("composite"),
    RANGE("range"),
    BASE_TYPE("base_type"),
    FUNCTION("function"),
    PROCEDURE("procedure"),
    AGGREGATE("aggregate"),
    OPERATOR("operator"),
    OPERATOR_CLASS("operator_class"),
    OPERATOR_FAMILY("operator_family"),
    CAST("cast"),
    COLLATION("collation"),
    CONVERSION("conversion"),
    LANGUAGE("language"),
    TRANSFORM("transform"),
    ACCESS_METHOD("access_method"),
    TEXT_SEARCH_PARSER("text_search_parser"),
    TEXT_SEARCH_TEMPLATE("text_search_template"),
    TEXT_SEARCH_DICTIONARY("text_search_dictionary"),
    TEXT_SEARCH_CONFIGURATION("text_search_configuration"),
    FOREIGN_DATA_WRAPPER("foreign_data_wrapper"),
    SERVER("server"),
    EVENT_TRIGGER("event_trigger"),
    PUBLICATION("publication"),
    SUBSCRIPTION("subscription"),
    DEFAULT_PRIVILEGES("default_privileges"),
    ROLE("role"),
    TABLESPACE("tablespace"),
    SETTING("setting"),
    /// A server of a fleet, as its activity describes it.
    NODE("node"),
    /// What objects are known by whatever they are called, as [ObjectIdentities] has it.
    IDENTITIES("identities"),
    /// A normalised statement, named by its fingerprint.
    QUERY("query"),
    /// A lint rule itself, when it could not do its work: never in a snapshot. Its group stands as
    /// the schema.
    LINT_RULE("lint_rule");

    private static final Map<String, ObjectKind> BY_WORD =
            Arrays.stream(values())
                    .collect(Collectors.toUnmodifiableMap(ObjectKind::word, kind -> kind));

    private final String word;

    ObjectKind(String word) {
        this.word = word;
    }

    /// {@return the kind in lower case with underscores, as it stands in JSON}
    public String word() {
        return word;
    }

    /// {@return the kind with this word, or empty when there is none}
    ///
    /// @param word as [#word] gives it
    public static Optional<ObjectKind> ofWord(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }
}
