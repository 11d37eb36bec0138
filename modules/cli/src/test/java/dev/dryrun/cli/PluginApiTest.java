package dev.dryrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.lint.spi.LintRule;
import dev.dryrun.masking.spi.MaskingStrategy;
import dev.dryrun.plugin.PluginApi;
import dev.dryrun.store.spi.SnapshotStoreType;
import org.junit.jupiter.api.Test;

/// What plugins are compared with is what the interfaces say of themselves.
final class PluginApiTest {

    @Test
    void eachVersionIsThatOfItsInterface() {
        assertThat(PluginApi.LINT)
                .isEqualTo(new PluginApi("lint", LintRule.SPI_VERSION, LintRule.class.getName()));
        assertThat(PluginApi.MASKING)
                .isEqualTo(
                        new PluginApi(
                                "masking",
                                MaskingStrategy.SPI_VERSION,
                                MaskingStrategy.class.getName()));
        assertThat(PluginApi.STORE)
                .isEqualTo(
                        new PluginApi(
                                "store",
                                SnapshotStoreType.SPI_VERSION,
                                SnapshotStoreType.class.getName()));
    }
}
