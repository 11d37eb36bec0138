package dev.dryrun.lint;

import dev.dryrun.lint.spi.QuotedName;
import dev.dryrun.model.Finding;
import dev.dryrun.model.Nearest;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.PluginLayer;
import dev.dryrun.model.ProviderOrigin;
import dev.dryrun.model.ProviderProblem;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.RuleId;
import dev.dryrun.model.Severity;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Findings about the rules themselves.
final class RuleFindings {

    static final RuleId FAILED = new RuleId("lint/rule_failed");
    static final RuleId UNKNOWN = new RuleId("lint/unknown_rule");

    private static final int NEAR_MAX = 3;

    private RuleFindings() {}

    /// {@return that a rule threw}
    ///
    /// What was thrown is named by its class alone: its message may hold anything.
    ///
    /// @param rule which
    /// @param at the table that it was looking at; null when it looked at the whole schema
    /// @param thrown what it threw
    static Finding failed(InstalledRule rule, @Nullable QualifiedName at, Throwable thrown) {
        String where = at == null ? "" : " on " + QuotedName.of(at.display());
        return new Finding(
                FAILED,
                Severity.ERROR,
                ref(rule.id()),
                null,
                "rule %s of %s failed%s with %s, so what it looks for may go unseen"
                        .formatted(
                                QuotedName.of(rule.id().text()),
                                rule.from(),
                                where,
                                thrown.getClass().getSimpleName()),
                "report it to the author of the rule; disable the rule meanwhile",
                null);
    }

    /// {@return that what a module brings cannot be used}
    ///
    /// @param problem why
    static Finding notUsed(ProviderProblem<RuleId> problem) {
        ProviderOrigin origin = problem.origin();
        return switch (problem) {
            case ProviderProblem.Unmade<RuleId> unmade -> unmade(origin, unmade.reason());
            case ProviderProblem.Unnamed<RuleId> _ -> unmade(origin, "it has no id");
            case ProviderProblem.Twice<RuleId> twice -> twice(twice);
        };
    }

    private static Finding unmade(ProviderOrigin origin, String reason) {
        return new Finding(
                FAILED,
                Severity.ERROR,
                new ObjectRef(
                        ObjectKind.LINT_RULE,
                        new QualifiedName(origin.module(), origin.provider())),
                null,
                "a lint rule of %s cannot be loaded: %s; what it looks for goes unseen"
                        .formatted(from(origin), reason),
                "update or remove the plugin",
                null);
    }

    private static Finding twice(ProviderProblem.Twice<RuleId> twice) {
        return new Finding(
                FAILED,
                Severity.ERROR,
                ref(twice.name()),
                null,
                "rule %s of %s has the id of a rule of %s: %s"
                        .formatted(
                                QuotedName.of(twice.name().text()),
                                from(twice.origin()),
                                from(twice.other()),
                                twice.outcome()),
                "remove the plugin, or have its author rename the rule",
                null);
    }

    private static String from(ProviderOrigin origin) {
        PluginLayer plugin = origin.plugin();
        return plugin == null ? origin.module() : origin.module() + " (" + plugin.folder() + ")";
    }

    /// {@return that a disabled rule does not exist}
    ///
    /// @param id what was disabled
    /// @param known what exists
    static Finding unknown(RuleId id, List<String> known) {
        List<String> near = Nearest.of(id.text(), known, NEAR_MAX);
        return new Finding(
                UNKNOWN,
                Severity.WARNING,
                ref(id),
                null,
                "there is no rule %s, so disabling it does nothing"
                        .formatted(QuotedName.of(id.text())),
                near.isEmpty()
                        ? "remove it from the disabled rules"
                        : "write " + String.join(" or ", near) + ", or remove it",
                null);
    }

    /// {@return the name of a class's module, for messages}
    ///
    /// @param type any class
    static String module(Class<?> type) {
        Module module = type.getModule();
        return module.isNamed() ? module.getName() : "the class path";
    }

    /// {@return where a class comes from, for messages: its module, and for a plugin's its folder}
    ///
    /// @param type any class
    /// @param folder the plugin's; null for a module of the image
    static String from(Class<?> type, @Nullable Path folder) {
        return folder == null ? module(type) : module(type) + " (" + folder + ")";
    }

    private static ObjectRef ref(RuleId id) {
        String name = id.text().substring(id.group().length() + 1);
        return new ObjectRef(ObjectKind.LINT_RULE, new QualifiedName(id.group(), name));
    }
}
