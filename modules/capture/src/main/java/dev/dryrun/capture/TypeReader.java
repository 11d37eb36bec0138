package dev.dryrun.capture;

import dev.dryrun.model.CompositeType;
import dev.dryrun.model.Domain;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.RangeType;
import dev.dryrun.model.SchemaObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads domains, composite types and range types.
record TypeReader(Connection connection) {

    private record DomainConstraint(boolean notNull, boolean usualName, Domain.Check check) {}

    void read(Consumer<? super SchemaObject> consumer) throws SQLException {
        readDomains(consumer);
        readComposites(consumer);
        readRanges(consumer);
    }

    private void readDomains(Consumer<? super SchemaObject> consumer) throws SQLException {
        try (Rows domains = new CatalogQuery("kinds/domains").run(connection);
                FactsReader facts = new FactsReader(connection, "pg_type");
                RowsByOwner<DomainConstraint> constraints =
                        new RowsByOwner<>(
                                new CatalogQuery("kinds/domain_constraints").run(connection),
                                TypeReader::constraint)) {
            while (domains.next()) {
                List<DomainConstraint> own = constraints.take(domains.oid());
                consumer.accept(
                        new Domain(
                                name(domains),
                                domains.text("base_type"),
                                domains.flag("not_null") ? notNull(own) : null,
                                domains.textOrNull("default_expression"),
                                domains.textOrNull("collation"),
                                own.stream()
                                        .filter(constraint -> !constraint.notNull)
                                        .map(DomainConstraint::check)
                                        .toList(),
                                facts.take(domains)));
            }
        }
    }

    private static DomainConstraint constraint(Rows row) throws SQLException {
        return new DomainConstraint(
                row.flag("not_null"),
                row.flag("usual_name"),
                new Domain.Check(
                        row.text("name"),
                        row.text("expression"),
                        row.flag("validated"),
                        row.textOrNull("comment")));
    }

    private static Domain.NotNull notNull(List<DomainConstraint> constraints) {
        for (DomainConstraint constraint : constraints) {
            if (constraint.notNull) {
                @Nullable String name = constraint.usualName ? null : constraint.check.name();
                return new Domain.NotNull(name, constraint.check.comment());
            }
        }
        return new Domain.NotNull(null, null);
    }

    private void readComposites(Consumer<? super SchemaObject> consumer) throws SQLException {
        try (Rows types = new CatalogQuery("kinds/composites").run(connection);
                FactsReader facts = new FactsReader(connection, "pg_type");
                RowsByOwner<CompositeType.Attribute> attributes =
                        new RowsByOwner<>(
                                new CatalogQuery("kinds/composite_attributes").run(connection),
                                TypeReader::attribute)) {
            while (types.next()) {
                consumer.accept(
                        new CompositeType(
                                name(types), attributes.take(types.oid()), facts.take(types)));
            }
        }
    }

    private static CompositeType.Attribute attribute(Rows row) throws SQLException {
        return new CompositeType.Attribute(
                row.text("name"),
                row.text("type"),
                row.textOrNull("collation"),
                row.textOrNull("comment"));
    }

    private void readRanges(Consumer<? super SchemaObject> consumer) throws SQLException {
        try (Rows ranges = new CatalogQuery("kinds/ranges").run(connection);
                FactsReader facts = new FactsReader(connection, "pg_type")) {
            while (ranges.next()) {
                consumer.accept(
                        new RangeType(
                                name(ranges),
                                ranges.text("subtype"),
                                ranges.text("subtype_opclass"),
                                ranges.textOrNull("collation"),
                                ranges.textOrNull("canonical"),
                                ranges.textOrNull("subtype_diff"),
                                new QualifiedName(
                                        ranges.text("multirange_schema"),
                                        ranges.text("multirange_name")),
                                facts.take(ranges)));
            }
        }
    }

    private static QualifiedName name(Rows row) throws SQLException {
        return new QualifiedName(row.text("schema"), row.text("name"));
    }
}
