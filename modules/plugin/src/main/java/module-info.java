import org.jspecify.annotations.NullMarked;

/// Finds what was dropped in beside the image, holds it to its pins, and resolves each plugin in a
/// layer of its own.
///
/// Stage: none; the roots hand the layers to the stages whose services they provide. Neighbours:
/// `config` reads the pins; `masking`, `lint` and `store` load providers from the layers.
@NullMarked
module dev.dryrun.plugin {
    requires static org.jspecify;
    requires dev.dryrun.config;
    requires transitive dev.dryrun.model;

    exports dev.dryrun.plugin;
}
