package dev.dryrun.plugin;

import dev.dryrun.plugin.PluginJar.Declared;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Compares what a plugin says it was built for with what this DryRun has.
///
/// @param apis those that it has
record ApiCheck(List<PluginApi> apis) {

    ApiCheck {
        apis = List.copyOf(apis);
    }

    /// {@return what is wrong, one line each}
    List<String> problems(PluginContent content) {
        List<String> problems = new ArrayList<>();
        List<Declared> declared = content.declared();
        List<PluginJar> declaring = content.declaring();
        if (declaring.size() > 1) {
            problems.add(
                    "holds %s and %s, which both have %s: one jar of a plugin has it"
                            .formatted(
                                    declaring.get(0).file(),
                                    declaring.get(1).file(),
                                    PluginJar.ATTRIBUTE));
        }
        for (Declared one : declared) {
            named(one.name())
                    .ifPresentOrElse(
                            api -> problem(content, api, one).ifPresent(problems::add),
                            () ->
                                    problems.add(
                                            "is built for %s, and this DryRun has %s"
                                                    .formatted(one, list())));
        }
        for (PluginApi api : apis) {
            if (content.provides(api) && declared.stream().noneMatch(it -> is(it, api))) {
                problems.add(
                        "provides %s and does not say for which version; its manifest needs %s: %s"
                                .formatted(api.service(), PluginJar.ATTRIBUTE, api));
            }
        }
        if (declared.isEmpty() && problems.isEmpty()) {
            problems.add(
                    "is no plugin: no jar in it has a manifest with %s, one of %s"
                            .formatted(PluginJar.ATTRIBUTE, list()));
        }
        return problems;
    }

    /// {@return whether a plugin may be meant for an interface: it says so, or nothing that is
    /// understood}
    boolean mayBeFor(List<Declared> declared, PluginApi api) {
        return declared.isEmpty()
                || declared.stream().anyMatch(it -> is(it, api) || named(it.name()).isEmpty());
    }

    private static boolean is(Declared declared, PluginApi api) {
        return declared.name().equals(api.name());
    }

    private static Optional<String> problem(
            PluginContent content, PluginApi api, Declared declared) {
        if (declared.version() != api.version()) {
            return Optional.of(
                    "is built for %s, and this DryRun has %s: %s"
                            .formatted(
                                    declared,
                                    api,
                                    declared.version() < api.version()
                                            ? "update the plugin"
                                            : "update DryRun"));
        }
        return content.provides(api)
                ? Optional.empty()
                : Optional.of(
                        "is built for %s, and no module in it provides %s"
                                .formatted(declared, api.service()));
    }

    private Optional<PluginApi> named(String name) {
        return apis.stream().filter(api -> api.name().equals(name)).findFirst();
    }

    private String list() {
        return apis.stream().map(PluginApi::toString).collect(Collectors.joining(", "));
    }
}
