package dev.dryrun.ddl;

import dev.dryrun.model.CompositeType;
import dev.dryrun.model.Domain;
import dev.dryrun.model.EnumType;
import dev.dryrun.model.RangeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Renders enums, domains, composite types and range types.
final class TypeDdl {

    private TypeDdl() {}

    static void render(EnumType type, Steps steps) {
        steps.add(
                Phase.CREATE,
                "CREATE TYPE "
                        + type.name().sql()
                        + " AS ENUM ("
                        + type.labels().stream().map(Sql::literal).collect(Collectors.joining(", "))
                        + ")");
        FactsDdl.render(type, steps);
    }

    static void render(Domain domain, Steps steps) {
        String name = domain.name().sql();
        StringBuilder text =
                new StringBuilder("CREATE DOMAIN " + name + " AS " + domain.baseType());
        if (domain.collation() != null) {
            text.append(" COLLATE ").append(domain.collation());
        }
        if (domain.defaultExpression() != null) {
            text.append(" DEFAULT ").append(domain.defaultExpression());
        }
        Domain.NotNull notNull = domain.notNull();
        if (notNull != null) {
            String named = notNull.constraint();
            text.append(named == null ? "" : "\n    CONSTRAINT " + Sql.name(named));
            text.append(" NOT NULL");
            String usual = Objects.requireNonNullElse(named, domain.name().name() + "_not_null");
            comment(name, usual, notNull.comment(), steps);
        }
        List<String> later = new ArrayList<>();
        for (Domain.Check check : domain.checks()) {
            String condition =
                    "CONSTRAINT "
                            + Sql.name(check.name())
                            + " CHECK ("
                            + ArrayCasts.kept(check.expression())
                            + ")";
            if (check.validated()) {
                text.append("\n    ").append(condition);
            } else {
                later.add("ALTER DOMAIN " + name + " ADD " + condition + " NOT VALID");
            }
            comment(name, check.name(), check.comment(), steps);
        }
        steps.add(Phase.CREATE, text.toString());
        later.forEach(check -> steps.add(Phase.CHECK, check));
        FactsDdl.render(domain, steps);
    }

    static void render(CompositeType type, Steps steps) {
        String name = type.name().sql();
        List<String> attributes = new ArrayList<>();
        for (CompositeType.Attribute attribute : type.attributes()) {
            String own = Sql.name(attribute.name());
            attributes.add(
                    own
                            + " "
                            + attribute.type()
                            + (attribute.collation() == null
                                    ? ""
                                    : " COLLATE " + attribute.collation()));
            if (attribute.comment() != null) {
                steps.add(
                        Phase.COMMENT,
                        CommentDdl.on("COLUMN " + name + "." + own, attribute.comment()));
            }
        }
        steps.add(
                Phase.CREATE,
                attributes.isEmpty()
                        ? "CREATE TYPE " + name + " AS ()"
                        : "CREATE TYPE "
                                + name
                                + " AS (\n    "
                                + String.join(",\n    ", attributes)
                                + "\n)");
        FactsDdl.render(type, steps);
    }

    static void render(RangeType type, Steps steps) {
        List<String> parameters = new ArrayList<>();
        parameters.add("SUBTYPE = " + type.subtype());
        parameters.add("SUBTYPE_OPCLASS = " + type.subtypeOperatorClass());
        if (type.collation() != null) {
            parameters.add("COLLATION = " + type.collation());
        }
        if (type.canonical() != null) {
            // The function takes the type: it must have a name before.
            steps.add(Phase.SHELL, "CREATE TYPE " + type.name().sql());
            parameters.add("CANONICAL = " + type.canonical());
        }
        if (type.subtypeDiff() != null) {
            parameters.add("SUBTYPE_DIFF = " + type.subtypeDiff());
        }
        parameters.add("MULTIRANGE_TYPE_NAME = " + type.multirange().sql());
        steps.add(
                Phase.CREATE,
                "CREATE TYPE "
                        + type.name().sql()
                        + " AS RANGE (\n    "
                        + String.join(",\n    ", parameters)
                        + "\n)");
        FactsDdl.render(type, steps);
    }

    private static void comment(
            String domain, String constraint, @Nullable String comment, Steps steps) {
        if (comment != null) {
            String on = Sql.name(constraint) + " ON DOMAIN " + domain;
            steps.add(Phase.COMMENT, CommentDdl.on("CONSTRAINT " + on, comment));
        }
    }
}
