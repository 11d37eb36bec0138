package dev.dryrun.masking;

import dev.dryrun.model.CompositeType;
import dev.dryrun.model.Definition;
import dev.dryrun.model.Domain;
import dev.dryrun.model.EnumType;
import dev.dryrun.model.Function;
import dev.dryrun.model.Function.Argument;
import dev.dryrun.model.Function.Body;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.RangeType;
import dev.dryrun.model.Reading;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.Sequence;
import dev.dryrun.model.Table;
import dev.dryrun.model.TableStatistics;
import dev.dryrun.model.View;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Takes the values of hidden columns out of definitions: the constants that are compared with them
/// or assigned to them.
///
/// @param hidden which columns
/// @param texts what cuts constants out
record DefinitionMask(HiddenColumns hidden, MaskedTexts texts) {

    private static final Set<String> UNDERSTOOD = Set.of("sql", "plpgsql");

    private static final Pattern DYNAMIC =
            Pattern.compile("\\bexecute\\b", Pattern.CASE_INSENSITIVE);

    SchemaObject mask(SchemaObject object) {
        return switch (object) {
            case Table table -> new TableMask(hidden, texts).mask(table);
            case View view -> new ViewMask(hidden, texts).mask(view);
            case Function function -> mask(function);
            case Domain domain -> mask(domain);
            case Definition definition -> mask(definition);
            case EnumType type -> mask(type);
            case Sequence _, CompositeType _, RangeType _ -> object;
        };
    }

    /// {@return statistics without the values that stand in the names of expressions}
    ///
    /// @param statistics captured
    TableStatistics mask(TableStatistics statistics) {
        return new ExpressionNames(texts).mask(statistics);
    }

    /// The labels of an enumeration are all the values that a column of it can have.
    private EnumType mask(EnumType type) {
        if (!hidden.haveType(type.name())) {
            return type;
        }
        List<String> labels =
                IntStream.rangeClosed(1, type.labels().size())
                        .mapToObj(i -> "masked " + i)
                        .toList();
        return new EnumType(type.name(), labels, type.facts());
    }

    /// A domain that types a hidden column compares its values.
    private Domain mask(Domain domain) {
        if (!hidden.haveType(domain.name())) {
            return domain;
        }
        String defaultExpression = domain.defaultExpression();
        return new Domain(
                domain.name(),
                domain.baseType(),
                domain.notNull(),
                defaultExpression == null ? null : texts.withoutConstants(defaultExpression),
                domain.collation(),
                domain.checks().stream().map(this::mask).toList(),
                domain.facts());
    }

    private Domain.Check mask(Domain.Check check) {
        return new Domain.Check(
                check.name(),
                texts.withoutConstants(check.expression()),
                check.validated(),
                check.comment());
    }

    private Function mask(Function function) {
        if (!hidden.reach(function.name()) && !mayBeAbout(function)) {
            return function;
        }
        return new Function(
                function.name(),
                function.form(),
                function.arguments().stream().map(this::withoutDefault).toList(),
                function.returns(),
                function.language(),
                switch (function.body()) {
                    case Reading.Measured<Body>(Body body) -> mask(body, function.language());
                    case Reading.Estimated<Body> _, Reading.Absent<Body> _ -> function.body();
                },
                function.behaviour(),
                function.settings(),
                function.transforms(),
                function.facts());
    }

    /// A body that makes statements of strings may make any.
    private boolean mayBeAbout(Function function) {
        StringBuilder all = new StringBuilder(String.valueOf(function.returns()));
        function.arguments()
                .forEach(argument ->
                        all.append(' ')
                                .append(argument.type())
                                .append(' ')
                                .append(argument.defaultExpression()));
        String body = function.body().known().map(DefinitionMask::text).orElse("");
        return hidden.mayBeAbout(all.append(' ').append(body).toString())
                || DYNAMIC.matcher(body).find();
    }

    private static String text(Body body) {
        return switch (body) {
            case Body.Source(String text) -> text;
            case Body.Parsed(String sql) -> sql;
            case Body.Library _ -> "";
        };
    }

    private Reading<Body> mask(Body body, String language) {
        return switch (body) {
            case Body.Source(String text) ->
                    (UNDERSTOOD.contains(language) ? texts.body(text) : Optional.<String>empty())
                            .map(masked -> Reading.<Body>measured(new Body.Source(masked)))
                            .orElse(MaskedTexts.removed());
            case Body.Parsed(String sql) ->
                    Reading.measured(new Body.Parsed(texts.withoutConstants(sql)));
            case Body.Library _ -> Reading.measured(body);
        };
    }

    private Argument withoutDefault(Argument argument) {
        String defaultExpression = argument.defaultExpression();
        return new Argument(
                argument.mode(),
                argument.name(),
                argument.type(),
                defaultExpression == null ? null : texts.withoutConstants(defaultExpression));
    }

    /// Only a publication's row filter names columns.
    private Definition mask(Definition definition) {
        if (definition.kind() != ObjectKind.PUBLICATION) {
            return definition;
        }
        SortedMap<String, List<String>> properties = new TreeMap<>();
        definition
                .properties()
                .forEach((property, values) ->
                        properties.put(property, values.stream().map(texts::statement).toList()));
        return new Definition(definition.kind(), definition.name(), properties, definition.facts());
    }
}
