package dev.dryrun.jlink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.JDBC;
import org.sqlite.util.OSInfo;
import picocli.CommandLine;

final class ExplodedModuleTest {
    private static final LeanClasses LEAN =
            new LeanClasses(ExplodedModuleTest.class.getClassLoader());

    @TempDir Path scratch;

    @Test
    void aJarWithoutADescriptorIsRefusedByName() throws IOException {
        Path jar = scratch.resolve("plain-1.0.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            out.putNextEntry(new ZipEntry("plain/Some.class"));
        }

        assertThatThrownBy(() -> ExplodedModule.of(jar, scratch.resolve("work"), LEAN))
                .hasMessage("plain-1.0.jar has no module descriptor; see modules/modularized");
    }

    @Test
    void ofSqliteOnlyTheLibraryOfThisMachineIsKeptAndBesideTheClasses() throws Exception {
        Path jar = Path.of(JDBC.class.getProtectionDomain().getCodeSource().getLocation().toURI());

        ExplodedModule module = ExplodedModule.of(jar, scratch, LEAN);

        assertThat(module.descriptor().name()).isEqualTo("org.xerial.sqlitejdbc");
        assertThat(module.classes().resolve("module-info.class")).exists();
        assertThat(module.classes().resolve("org/sqlite/native")).doesNotExist();
        assertThat(module.libraries())
                .isDirectoryContaining(
                        file -> file.getFileName().toString().startsWith(libraryName()));
        assertThat(module.libraries().toFile().list()).hasSize(1);
        assertThat(module.legal().resolve("LICENSE")).isNotEmptyFile();
    }

    @Test
    void classesTooOldForACacheAreRewrittenAndStillVerify() throws Exception {
        Path jar =
                Path.of(
                        CommandLine.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI());

        Path classes = ExplodedModule.of(jar, scratch, LEAN).classes();

        try (Stream<Path> files = Files.walk(classes)) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".class")).toList();
            assertThat(all).hasSizeGreaterThan(100);
            for (Path file : all) {
                byte[] bytes = Files.readAllBytes(file);
                ClassFile reader = ClassFile.of();
                assertThat(reader.parse(bytes).majorVersion()).as("%s", file).isGreaterThan(49);
                assertThat(reader.verify(bytes)).as("%s", file).isEmpty();
            }
        }
    }

    private static String libraryName() {
        return OSInfo.getOSName().equals("Windows") ? "sqlitejdbc" : "libsqlitejdbc";
    }
}
