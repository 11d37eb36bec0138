package dev.dryrun.testkit;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/// The binaries of PostgreSQL, unpacked once per version and user below `java.io.tmpdir`.
///
/// Threads and processes may ask for the same version at once: each unpacks beside the place and
/// renames; the first rename wins and the others throw their copy away.
final class PostgresBinaries {

    private final Path jars;
    private final Path cache;

    PostgresBinaries(Path jars, Path cache) {
        this.jars = jars;
        this.cache = cache;
    }

    /// {@return the binaries that the build of this module copied to `target/postgres`}
    static PostgresBinaries ofTheBuild() {
        String name = "dryrun-postgres-" + System.getProperty("user.name");
        return new PostgresBinaries(
                jarFolder(), Path.of(System.getProperty("java.io.tmpdir"), name));
    }

    /// {@return the folder that the build copied the jars of the servers to}
    static Path jarFolder() {
        String root = System.getProperty("dryrun.root");
        if (root != null) {
            return Path.of(root, "modules", "testkit", "target", "postgres");
        }
        // Started by hand: this class lies in target/classes or in a jar in target.
        URI here;
        try {
            here =
                    PostgresBinaries.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return Path.of(here).resolveSibling("postgres");
    }

    /// {@return the folder that holds `bin`, `lib` and `share` of that version}
    ///
    /// @param version which server
    Path folder(PostgresVersion version) {
        Path folder = cache.resolve(version.binaries());
        try {
            if (!Files.isDirectory(folder)) {
                prepareCache();
                unpackTo(folder, jars.resolve("postgres-" + version.binaries() + ".jar"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    private void prepareCache() throws IOException {
        Files.createDirectories(cache);
        // The place is predictable, so another user could have made it first.
        String owner = Files.getOwner(cache).getName();
        if (!owner.equals(System.getProperty("user.name"))) {
            throw new IOException(cache + " belongs to " + owner + "; remove it");
        }
        // When root runs the tests, the server runs as another user, who must get in.
        Files.setPosixFilePermissions(cache, permissions(0755));
    }

    private void unpackTo(Path folder, Path jar) throws IOException {
        if (!Files.exists(jar)) {
            throw new IOException(
                    jar + " is missing; build it with: mvn -pl modules/testkit generate-resources");
        }
        Path part = Files.createTempDirectory(cache, folder.getFileName() + ".part");
        try {
            unpack(jar, part);
            Files.setPosixFilePermissions(part, permissions(0755));
            Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        } finally {
            FileTrees.delete(part);
        }
    }

    private static void unpack(Path jar, Path target) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(jar));
                ZipInputStream zip = new ZipInputStream(file)) {
            @Nullable ZipEntry entry;
            while ((entry = zip.getNextEntry()) != null) {
                if (entry.getName().endsWith(".txz")) {
                    untar(new TarArchiveInputStream(new XZInputStream(zip)), target);
                    return;
                }
            }
        }
        throw new IOException(jar + " holds no .txz");
    }

    private static void untar(TarArchiveInputStream tar, Path target) throws IOException {
        @Nullable TarArchiveEntry entry;
        while ((entry = tar.getNextEntry()) != null) {
            Path path = target.resolve(entry.getName()).normalize();
            if (!path.startsWith(target)) {
                throw new IOException(entry.getName() + " leads out of the archive");
            }
            if (entry.isDirectory()) {
                Files.createDirectories(path);
                Files.setPosixFilePermissions(path, permissions(entry.getMode() | 0755));
                continue;
            }
            Files.createDirectories(path.getParent());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            } else if (entry.isLink()) {
                Files.createLink(path, target.resolve(entry.getLinkName()).normalize());
            } else {
                Files.copy(tar, path);
                Files.setPosixFilePermissions(path, permissions(entry.getMode() | 0444));
            }
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> set = EnumSet.noneOf(PosixFilePermission.class);
        PosixFilePermission[] all =
                PosixFilePermission.values(); // owner read first, others execute last
        for (int i = 0; i < all.length; i++) {
            if ((mode & (0400 >> i)) != 0) {
                set.add(all[i]);
            }
        }
        return set;
    }
}
