package dev.dryrun.masking;

import dev.dryrun.model.Index;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Rule;
import dev.dryrun.model.StatisticsObject;
import dev.dryrun.model.Trigger;
import java.util.List;

/// Takes the values of hidden columns out of what hangs on a relation.
///
/// @param relation which
/// @param hidden which columns
/// @param texts what cuts constants out
record RelationMask(QualifiedName relation, HiddenColumns hidden, MaskedTexts texts) {

    List<Index> indexes(List<Index> indexes) {
        return indexes.stream().map(this::index).toList();
    }

    private Index index(Index index) {
        return new Index(
                index.name(),
                index.method(),
                index.keys().stream().map(this::key).toList(),
                index.include(),
                index.unique(),
                index.nullsNotDistinct(),
                texts.of(relation, index.predicate()),
                index.valid(),
                index.constraint(),
                index.parent(),
                index.clustered(),
                index.replicaIdentity(),
                index.options(),
                index.tablespace(),
                index.comment());
    }

    private Index.Key key(Index.Key key) {
        return new Index.Key(
                key.column(),
                texts.of(relation, key.expression()),
                key.operatorClass(),
                key.operatorClassOptions(),
                key.collation(),
                key.descending(),
                key.nullsFirst(),
                key.statisticsTarget());
    }

    List<StatisticsObject> statistics(List<StatisticsObject> objects) {
        return objects.stream()
                .map(object ->
                        new StatisticsObject(
                                object.name(),
                                object.owner(),
                                object.kinds(),
                                object.columns(),
                                object.expressions()
                                        .map(all ->
                                                all.stream()
                                                        .map(text -> texts.of(relation, text))
                                                        .toList()),
                                object.statisticsTarget(),
                                object.comment()))
                .toList();
    }

    List<Trigger> triggers(List<Trigger> triggers) {
        return triggers.stream()
                .map(trigger ->
                        new Trigger(
                                trigger.name(),
                                trigger.definition().map(this::ofRelation),
                                trigger.function(),
                                trigger.firing(),
                                trigger.inherited(),
                                trigger.comment()))
                .toList();
    }

    List<Rule> rules(List<Rule> rules) {
        return rules.stream()
                .map(rule ->
                        new Rule(
                                rule.name(),
                                rule.definition().map(this::ofRelation),
                                rule.firing(),
                                rule.comment()))
                .toList();
    }

    /// A trigger's arguments and a rule's actions may carry values anywhere: where the relation
    /// hides a column, or the text may be about another's, no constant stays.
    private String ofRelation(String definition) {
        return hidden.of(relation).isEmpty()
                ? texts.statement(definition)
                : texts.withoutConstants(definition);
    }
}
