package dev.dryrun.plugin;

import dev.dryrun.model.PluginLayer;
import java.lang.module.Configuration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The plugins that were dropped in. Nothing is read before somebody asks for a kind of them, and
/// then only what is of that kind.
///
/// Any thread may call it.
public final class Plugins {

    private final PluginPlaces places;
    private final Path project;
    private final ApiCheck apis;
    private final boolean closed;
    private final ModuleLayer parent = ModuleLayer.boot();
    private final Map<String, PluginLayer> loaded = new HashMap<>();
    private @Nullable DropIns dropIns;
    private @Nullable Pins pins;

    private Plugins(PluginPlaces places, Path project, List<PluginApi> apis, boolean closed) {
        this.places = places;
        this.project = project;
        this.apis = new ApiCheck(apis);
        this.closed = closed;
    }

    /// {@return those of a place, not looked at yet}
    ///
    /// @param places where they lie
    /// @param project the folder that the command works on: nothing in its repository is a plugin
    /// @param apis every interface that this DryRun has
    public static Plugins in(PluginPlaces places, Path project, List<PluginApi> apis) {
        return new Plugins(places, project, apis, false);
    }

    /// {@return the same, where nothing is loaded that reads more than `java.base` and DryRun's own
    /// modules, or does not say what it reads}
    ///
    /// @param places where they lie
    /// @param project as above
    /// @param apis as above
    public static Plugins closedIn(PluginPlaces places, Path project, List<PluginApi> apis) {
        return new Plugins(places, project, apis, true);
    }

    /// {@return the plugins built for an interface, each in a layer of its own, and why others
    /// cannot be used. A folder that does not say what it is for is among these}
    ///
    /// @param api one of those given before
    public synchronized LoadedPlugins load(PluginApi api) {
        DropIns there = dropIns();
        List<String> problems = new ArrayList<>(there.problems());
        List<PluginLayer> layers = new ArrayList<>();
        for (DropIn dropIn : there.found()) {
            try {
                PluginContent content = PluginContent.of(dropIn.folder());
                if (apis.isFor(content, api)) {
                    layers.add(layer(dropIn, content));
                }
            } catch (PluginProblem e) {
                problems.add(dropIn.line(e.line()));
            }
        }
        if (pins != null) {
            problems.addAll(pins.problems());
        }
        return new LoadedPlugins(layers, problems);
    }

    /// {@return every folder there is, what it is for and whether it may run}
    public synchronized List<PluginStatus> statuses() {
        Inspection inspection = new Inspection(apis, pins(), parent);
        return dropIns().found().stream().map(inspection::of).toList();
    }

    /// {@return what is to be said of the places themselves and of what lies there and is no
    /// plugin, one line each}
    public synchronized List<String> problems() {
        List<String> problems = new ArrayList<>(dropIns().problems());
        problems.addAll(pins().problems());
        return problems;
    }

    /// {@return one folder as a plugin, wherever it lies}
    ///
    /// @param folder an existing one
    public synchronized PluginStatus status(Path folder) {
        Path real = DropIns.real(folder);
        DropIn found =
                dropIns().found().stream()
                        .filter(dropIn -> DropIns.real(dropIn.folder()).equals(real))
                        .findFirst()
                        .orElseGet(() ->
                                new DropIn(
                                        String.valueOf(real.getFileName()),
                                        folder,
                                        PluginOrigin.ELSEWHERE));
        return new Inspection(apis, pins(), parent).of(found);
    }

    private PluginLayer layer(DropIn dropIn, PluginContent content) throws PluginProblem {
        PluginLayer known = loaded.get(dropIn.name());
        if (known != null) {
            return known;
        }
        refuse(content.broken());
        refuse(apis.problems(content));
        pins().check(dropIn);
        refuse(new ModuleCheck(parent).problems(content));
        LayerMaker maker = new LayerMaker(parent);
        Configuration configuration = maker.resolve(content);
        Optional<String> foreign =
                closed ? maker.foreign(content, configuration) : Optional.empty();
        if (foreign.isPresent()) {
            throw new PluginProblem(
                    "is not loaded here, where agents ask: "
                            + foreign.get()
                            + ", and only java.base and DryRun's modules are allowed");
        }
        PluginLayer made =
                new PluginLayer(dropIn.name(), dropIn.folder(), maker.layer(configuration));
        loaded.put(dropIn.name(), made);
        return made;
    }

    private static void refuse(List<String> problems) throws PluginProblem {
        if (!problems.isEmpty()) {
            throw new PluginProblem(problems.getFirst());
        }
    }

    private DropIns dropIns() {
        DropIns known = dropIns;
        if (known == null) {
            known = DropIns.in(places, project);
            dropIns = known;
        }
        return known;
    }

    private Pins pins() {
        Pins known = pins;
        if (known == null) {
            known = Pins.read(places, project);
            pins = known;
        }
        return known;
    }
}
