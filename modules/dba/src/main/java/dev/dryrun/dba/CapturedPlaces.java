package dev.dryrun.dba;

import dev.dryrun.capture.ConnectionUri;
import dev.dryrun.config.Node;
import dev.dryrun.config.Project;
import dev.dryrun.config.Secret;
import dev.dryrun.model.DryrunException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where captures connect to, as far as the configuration and the environment say: no snapshot
/// keeps an address.
///
/// @param nodes every place that is known
/// @param warnings what of it could not be found out, one line each
record CapturedPlaces(List<DevAddress.Node> nodes, List<String> warnings) {

    CapturedPlaces {
        nodes = List.copyOf(nodes);
        warnings = List.copyOf(warnings);
    }

    static CapturedPlaces of(
            Project project, @Nullable String profile, Map<String, String> environment) {
        List<DevAddress.Node> nodes = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        for (Node node : project.config().nodes()) {
            add(
                    nodes,
                    warnings,
                    "the node \"" + node.name() + "\"",
                    environment,
                    () -> node.connection(environment));
        }
        project.profile(profile, environment)
                .ifPresent(chosen -> {
                    Secret dbUrl = chosen.dbUrl();
                    if (dbUrl != null) {
                        add(
                                nodes,
                                warnings,
                                "the profile \"" + chosen.name() + "\"",
                                environment,
                                () -> dbUrl.expanded(environment));
                    }
                });
        return new CapturedPlaces(nodes, warnings);
    }

    private static void add(
            List<DevAddress.Node> nodes,
            List<String> warnings,
            String name,
            Map<String, String> environment,
            Supplier<String> url) {
        try {
            nodes.add(new DevAddress.Node(name, ConnectionUri.parse(url.get(), environment)));
        } catch (DryrunException e) {
            warnings.add("where " + name + " is captured is not known here: " + e.what());
        }
    }
}
