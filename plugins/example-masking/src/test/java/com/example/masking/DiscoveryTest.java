package com.example.masking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.masking.MaskingPolicy;
import dev.dryrun.masking.PolicyColumn;
import dev.dryrun.masking.Strategies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiscoveryTest {

    @Test
    void theStrategyIsFoundBesideThoseThatComeWithDryRun() {
        Strategies strategies = Strategies.load();

        assertThat(strategies.problems()).isEmpty();
        assertThat(strategies.names()).containsExactly("bucket", "null", "rank");
        assertThat(strategies.find("rank").orElseThrow()).isInstanceOf(RankStrategy.class);
        assertThat(RankStrategy.class.getModule().getName())
                .as("on the module path")
                .isEqualTo("com.example.masking");
    }

    @Test
    void aPolicyNamesIt(@TempDir Path folder) throws IOException {
        Path policy =
                Files.writeString(
                        folder.resolve("policy.yml"),
                        """
                        version: 1
                        databases:
                          shop:
                            columns:
                              customers.city: { strategy: rank }
                        """);

        assertThat(MaskingPolicy.read(policy, "policy.yml", "shop", List.of()).columns())
                .extracting(PolicyColumn::strategy)
                .hasToString("[rank]");
    }
}
