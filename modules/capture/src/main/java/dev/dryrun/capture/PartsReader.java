package dev.dryrun.capture;

import dev.dryrun.model.Firing;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Reading;
import dev.dryrun.model.RowSecurity.Command;
import dev.dryrun.model.RowSecurity.Policy;
import dev.dryrun.model.Rule;
import dev.dryrun.model.StatisticsObject;
import dev.dryrun.model.Trigger;
import java.sql.SQLException;
import java.util.List;

/// Makes triggers, rules, policies and extended statistics objects of their rows.
///
/// @param triggers their deparsed definitions
/// @param rules their deparsed definitions
/// @param using the deparsed conditions of policies
/// @param check the deparsed conditions of policies
/// @param statistics their deparsed expressions
record PartsReader(
        Deparsed<String> triggers,
        Deparsed<String> rules,
        Deparsed<String> using,
        Deparsed<String> check,
        Deparsed<List<String>> statistics) {

    static PartsReader open(Deparser deparser) throws SQLException {
        return new PartsReader(
                deparser.texts("trigger_definitions"),
                deparser.texts("rule_definitions"),
                deparser.texts("policy_using"),
                deparser.texts("policy_check"),
                deparser.lists("statistics_expressions"));
    }

    Trigger trigger(Rows row) throws SQLException {
        return new Trigger(
                row.text("name"),
                triggers.of(row.oid("trigger_oid")),
                new QualifiedName(row.text("function_schema"), row.text("function_name")),
                firing(row.text("firing")),
                row.flag("inherited"),
                row.textOrNull("comment"));
    }

    Rule rule(Rows row) throws SQLException {
        return new Rule(
                row.text("name"),
                rules.of(row.oid("rule_oid")).map(PartsReader::withoutSemicolon),
                firing(row.text("firing")),
                row.textOrNull("comment"));
    }

    Policy policy(Rows row) throws SQLException {
        long oid = row.oid("policy_oid");
        return new Policy(
                row.text("name"),
                command(row.text("command")),
                row.flag("permissive"),
                row.texts("roles"),
                using.ofOptional(row.flag("has_using"), oid),
                check.ofOptional(row.flag("has_check"), oid),
                row.textOrNull("comment"));
    }

    InRelation<StatisticsObject> extendedStatistics(Rows row) throws SQLException {
        QualifiedName name = new QualifiedName(row.text("schema"), row.text("name"));
        String owner = row.text("owner");
        List<String> kinds = row.texts("kinds");
        List<Long> keys = row.numbers("keys");
        Reading<List<String>> expressions =
                statistics.ofOptional(row.flag("has_expressions"), row.oid("statistics_oid"));
        Integer target = row.wholeOrNull("statistics_target");
        String comment = row.textOrNull("comment");
        return columns ->
                new StatisticsObject(
                        name, owner, kinds, columns.names(keys), expressions, target, comment);
    }

    /// Deparsed queries and rules end in one.
    static String withoutSemicolon(String deparsed) {
        String text = deparsed.strip();
        return text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
    }

    private static Firing firing(String letter) throws SQLException {
        return switch (letter) {
            case "O" -> Firing.ORIGIN;
            case "R" -> Firing.REPLICA;
            case "A" -> Firing.ALWAYS;
            case "D" -> Firing.DISABLED;
            default -> throw new SQLException("unknown firing of a trigger: " + letter);
        };
    }

    private static Command command(String letter) throws SQLException {
        return switch (letter) {
            case "*" -> Command.ALL;
            case "r" -> Command.SELECT;
            case "a" -> Command.INSERT;
            case "w" -> Command.UPDATE;
            case "d" -> Command.DELETE;
            default -> throw new SQLException("unknown command of a policy: " + letter);
        };
    }
}
