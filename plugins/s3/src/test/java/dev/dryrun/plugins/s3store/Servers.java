package dev.dryrun.plugins.s3store;

import dev.dryrun.plugins.s3server.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// One server for all tests, started when the first one asks for it.
final class Servers implements ParameterResolver {

    static final String BUCKET = "team-snapshots";

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == S3Server.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Servers.class))
                .computeIfAbsent(Held.class, _ -> new Held(start()), Held.class)
                .server();
    }

    /// {@return where the server keeps a name of a place}
    static Path file(String ref, String name) {
        return folder().resolve("data").resolve(ref.substring(2)).resolve(name);
    }

    private static S3Server start() {
        remove(folder());
        Path classPath = folder().resolveSibling("../server/target/class-path").normalize();
        return S3Server.start(classPath, folder(), BUCKET);
    }

    private static Path folder() {
        return Path.of(System.getProperty("dryrun.root"), "plugins/s3/target/server-of-tests");
    }

    private static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Held(S3Server server) implements AutoCloseable {
        @Override
        public void close() {
            server.close();
        }
    }
}
