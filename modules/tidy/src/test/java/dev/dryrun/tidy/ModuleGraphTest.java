package dev.dryrun.tidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ResolvedModule;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The agent's process cannot reach PostgreSQL: what can is not in its module graph, not even
/// through a service.
final class ModuleGraphTest {

    private static final String DRIVER = "org.postgresql.jdbc";
    private static final String[] ONLINE = {
        DRIVER, "dev.dryrun.apply", "dev.dryrun.capture", "dev.dryrun.dba"
    };

    @ParameterizedTest
    @ValueSource(strings = {"mcp", "cli"})
    void anOfflineRootHasNoDriver(String root) {
        assumeLanded(root);
        assertThat(graph(Modules.PREFIX + root)).isNotEmpty().doesNotContain(ONLINE);
    }

    @Test
    void theRootOfTheDatabaseCommandsHasTheDriver() {
        assumeLanded("dba");
        assertThat(graph("dev.dryrun.dba")).contains(ONLINE);
    }

    /// Shows that the two tests above can fail.
    @Test
    void whatConnectsHasTheDriver() {
        assertThat(graph("dev.dryrun.capture")).contains(DRIVER);
    }

    @Test
    void theDriverIsReachedByNameAndNeverByService() {
        assertThat(Modules.finder().find(DRIVER).orElseThrow().descriptor().provides()).isEmpty();
    }

    private static void assumeLanded(String root) {
        Assumptions.assumeTrue(Tree.reactor().contains(root), root + " is not built yet");
    }

    private static Set<String> graph(String root) {
        Configuration configuration =
                Configuration.empty()
                        .resolveAndBind(Modules.finder(), ModuleFinder.ofSystem(), Set.of(root));
        return configuration.modules().stream()
                .map(ResolvedModule::name)
                .collect(Collectors.toSet());
    }
}
