package dev.dryrun.plugin;

import dev.dryrun.config.PluginPins;
import dev.dryrun.model.PluginLayer;
import java.lang.module.Configuration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Looks for everything that is wrong with a plugin, where loading stops at the first.
///
/// @param apis every interface there is
/// @param pins what may run
/// @param parent what runs already
record Inspection(ApiCheck apis, Pins pins, ModuleLayer parent) {

    PluginStatus of(DropIn dropIn) {
        PluginContent content = PluginContent.of(dropIn.folder());
        List<String> problems = new ArrayList<>(content.broken());
        problems.addAll(new ModuleCheck(parent).problems(content));
        if (!content.jars().isEmpty()) {
            problems.addAll(apis.problems(content));
        }
        @Nullable ModuleLayer layer = problems.isEmpty() ? resolved(content, problems) : null;
        @Nullable String hash = hash(dropIn, problems);
        boolean pinned = hash != null && pins.wanted(dropIn).filter(hash::equals).isPresent();
        if (dropIn.origin() != PluginOrigin.ELSEWHERE && hash != null && !pinned) {
            problems.add(pins.problem(dropIn, hash));
        }
        return new PluginStatus(
                dropIn.name(),
                dropIn.folder(),
                dropIn.origin(),
                content.declared().stream().map(Object::toString).toList(),
                List.copyOf(content.modules()),
                hash == null ? null : PluginPins.line(dropIn.name(), hash),
                pinned,
                problems,
                layer == null || !pinned
                        ? null
                        : new PluginLayer(dropIn.name(), dropIn.folder(), layer));
    }

    private @Nullable ModuleLayer resolved(PluginContent content, List<String> problems) {
        LayerMaker maker = new LayerMaker(parent);
        try {
            Configuration configuration = maker.resolve(content);
            return maker.layer(configuration);
        } catch (PluginProblem e) {
            problems.add(e.line());
            return null;
        }
    }

    private static @Nullable String hash(DropIn dropIn, List<String> problems) {
        try {
            return FolderHash.checked(dropIn.folder());
        } catch (PluginProblem e) {
            problems.add(e.line());
            return null;
        }
    }
}
