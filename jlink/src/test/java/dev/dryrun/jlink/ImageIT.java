package dev.dryrun.jlink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.testkit.CommandRun;
import dev.dryrun.testkit.Golden;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the image holds, how large it is, and what each root resolves in it.
final class ImageIT {
    private static final long MB = 1_000_000;
    private static final String DRIVER = "org.postgresql.jdbc";

    private final BuiltImage image = BuiltImage.ofTheBuild();

    @Test
    void theModulesAreTheExpectedOnes() {
        String names =
                image.java("--list-modules")
                        .run()
                        .stdout()
                        .lines()
                        .map(line -> line.replaceFirst("@.*", ""))
                        .collect(Collectors.joining("\n", "", "\n"));

        Golden.of("image").matches("modules.txt", names);
    }

    @Test
    void withoutCachesAndPluginsItStaysBelow75Megabytes() throws IOException {
        Path plugins = image.folder().resolve("plugins");

        assertThat(
                        image.sizeBytes(file ->
                                !file.startsWith(image.caches()) && !file.startsWith(plugins)))
                .isBetween(20 * MB, 75 * MB);
    }

    @ParameterizedTest
    @EnumSource
    void eachCacheStaysBelow25Megabytes(Root root) {
        assertThat(image.cacheOf(root).toFile().length()).isBetween(5 * MB, 25 * MB);
    }

    @Test
    void everyClassThatWasRewrittenVerifies() throws IOException {
        Path target = image.folder().resolveSibling("modules");
        try (URLClassLoader all = new URLClassLoader(urls(target), null);
                Stream<Path> files =
                        Files.walk(image.folder().resolveSibling("work").resolve("exploded"))) {
            ClassHierarchyResolver types =
                    ClassHierarchyResolver.ofResourceParsing(all)
                            .orElse(ClassHierarchyResolver.defaultResolver());
            ClassFile reader = ClassFile.of(ClassHierarchyResolverOption.of(types));
            List<Path> classes =
                    files.filter(file -> file.toString().endsWith(".class"))
                            .filter(file -> !file.endsWith("module-info.class"))
                            .toList();
            assertThat(classes).hasSizeGreaterThan(2_000);
            for (Path file : classes) {
                // What a library offers to those who bring another one cannot be looked up.
                assertThat(reader.verify(file))
                        .as("%s", file)
                        .allMatch(error -> error.toString().contains("Could not resolve class"));
            }
        }
    }

    private static URL[] urls(Path folder) throws IOException {
        List<URL> urls = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                urls.add(file.toUri().toURL());
            }
        }
        return urls.toArray(URL[]::new);
    }

    @ParameterizedTest
    @EnumSource
    void eachRootNamesItsMainClassInItsDescriptor(Root root) {
        CommandRun run = image.java("-m", root.module(), "--help").run();

        assertThat(run.stdout()).startsWith("Usage: ");
        assertThat(run.status()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheRootForDatabasesResolvesTheDriver(Root root) {
        String resolution =
                image.java("--show-module-resolution", "-m", root.module(), "--help")
                        .run()
                        .stdout();

        assertThat(resolution.lines()).anyMatch(line -> line.startsWith("root " + root.module()));
        assertThat(
                        resolution.contains("\n" + DRIVER + " ")
                                || resolution.contains(" " + DRIVER + " "))
                .isEqualTo(root == Root.DBA);
    }

    @Test
    void theNativeLibrariesLieBesideTheRuntimeAndNoOtherCommandIsThere() throws IOException {
        assertThat(names("lib")).anyMatch(name -> name.contains("sqlitejdbc"));
        assertThat(names("lib")).anyMatch(name -> name.contains("dryrun_pg_query"));
        assertThat(names("lib")).filteredOn(name -> name.contains("zstd")).hasSize(1);
        assertThat(names("bin")).containsExactlyInAnyOrder("dryrun", "java");
    }

    @Test
    void theLicencesOfThirdPartiesAreIncluded() {
        for (String module :
                new String[] {
                    "org.postgresql.jdbc", "org.tomlj", "org.xerial.sqlitejdbc",
                    "tools.jackson.core", "info.picocli", "dev.dryrun.pgquery",
                    "com.github.luben.zstd_jni"
                }) {
            assertThat(image.folder().resolve("legal").resolve(module)).isNotEmptyDirectory();
        }
    }

    private Stream<String> names(String folder) throws IOException {
        try (Stream<Path> files = Files.list(image.folder().resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
