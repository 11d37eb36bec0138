package dev.dryrun.plugins.s3store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.plugins.s3server.S3Server;
import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The folder that is shipped, as it is resolved beside an image.
@ExtendWith(Servers.class)
final class PluginFolderIT {

    private static final Path FOLDER = Path.of(System.getProperty("dryrun.plugin"));
    private static final Path ROOT = Path.of(System.getProperty("dryrun.root"));

    /// What DryRun promises to plugins beside its own modules.
    private static final String BOOT =
            "dev.dryrun.store,java.xml,java.naming,java.management,java.rmi,java.sql,"
                    + "jdk.crypto.ec,java.net.http";

    private final S3Server server;

    PluginFolderIT(S3Server server) {
        this.server = server;
    }

    /// In a process that has nothing else: in this one everything is on the class path.
    @Test
    void inItsLayerThePluginPutsGetsAndLists() throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--module-path",
                        modulePath(),
                        "--limit-modules",
                        BOOT,
                        "--add-modules",
                        BOOT,
                        "--class-path",
                        ROOT.resolve("plugins/s3/target/test-classes").toString(),
                        LayerTrial.class.getName(),
                        FOLDER.toString(),
                        "//" + Servers.BUCKET + "/layer",
                        server.endpoint());
        builder.environment().putAll(Addresses.keys(server));
        builder.redirectErrorStream(true);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(said)
                .isEqualTo(
                        """
                        loader: null
                        check: s3://team-snapshots/layer/ at %s
                        put: true
                        put again: false
                        get: 1000 bytes
                        list: [Entry[name=objects/ab, sizeBytes=1000]]
                        missing profile: DENIED no credentials of profile "nobody" for S3 were found
                        not in boot: software.amazon.awssdk.services.s3
                        """
                                .formatted(server.endpoint()));
    }

    @Test
    void noPackageIsInTwoJarsAndNoModuleIsDryRunsOwn() {
        Map<String, String> owners = new HashMap<>();
        for (ModuleReference module : modules()) {
            String name = module.descriptor().name();
            for (String it : module.descriptor().packages()) {
                assertThat(owners.put(it, name)).as(it + " in " + name).isNull();
            }
        }
        assertThat(owners).doesNotContainKey("com.fasterxml.jackson.annotation");
        assertThat(names().stream().filter(name -> name.startsWith("dev.dryrun.")))
                .containsExactly("dev.dryrun.plugins.s3store");
        assertThat(names())
                .contains(
                        "software.amazon.awssdk.services.sts",
                        "software.amazon.awssdk.services.sso",
                        "software.amazon.awssdk.services.ssooidc");
    }

    @Test
    void everyJarIsOnThePageOfDependencies() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/explanation/dependencies.md"));
        try (Stream<Path> jars = Files.list(FOLDER)) {
            List<String> missing =
                    jars.map(jar -> jar.getFileName().toString())
                            .filter(jar -> !jar.startsWith("dryrun-"))
                            .map(jar -> jar.replaceFirst("-(\\d[\\d.]*)\\.jar$", " $1"))
                            .filter(jar -> !page.contains("`" + jar + "`"))
                            .sorted()
                            .toList();
            assertThat(missing).isEmpty();
        }
    }

    private static Set<ModuleReference> modules() {
        return ModuleFinder.of(FOLDER).findAll();
    }

    private static Set<String> names() {
        return modules().stream()
                .map(module -> module.descriptor().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// All that the build of this module sees; what of it the process sees, the limit says.
    private static String modulePath() {
        return Stream.of(
                        System.getProperty("jdk.module.path", ""),
                        System.getProperty("java.class.path"))
                .flatMap(path -> Stream.of(path.split(File.pathSeparator)))
                .filter(entry -> !entry.contains("awssdk"))
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
    }
}
