package dev.dryrun.lint.spi;

import dev.dryrun.model.RuleId;

/// Decides whether a schema breaks one convention.
///
/// A rule implements [TableRule] when it looks at one table at a time, which is nearly always;
/// [CatalogRule] when only the whole schema tells. It is public, has a public constructor without
/// parameters, and is declared with `provides dev.dryrun.lint.spi.LintRule with …` in the
/// descriptor of its module; [java.util.ServiceLoader] finds it, wherever it comes from.
///
/// Implementations hold no state, never block and write nothing; any thread may call them. One that
/// throws is left out of the rest of the run and becomes a finding about itself.
///
/// This is version [#SPI_VERSION] of the interface. While DryRun is below 1.0 a minor release may
/// break it, and says so in the changelog; from 1.0 on only a major release may. What is added
/// meanwhile has a default, so that rules compiled before keep working.
public sealed interface LintRule permits TableRule, CatalogRule {

    /// The version of this interface and of all it names.
    int SPI_VERSION = 1;

    /// {@return the identity, the same at every call; it is written into reports, configuration and
    /// baselines: once released it never changes. No two rules share one}
    RuleId id();

    /// {@return what the rule is about, the same at every call}
    RuleInfo info();
}
