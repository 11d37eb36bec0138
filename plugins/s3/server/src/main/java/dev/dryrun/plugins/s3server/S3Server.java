package dev.dryrun.plugins.s3server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// S3Proxy over a folder, in a process of its own, on a port of its own of the loopback.
///
/// A bucket is a folder in it. It ends with this process, however that dies.
public final class S3Server implements AutoCloseable {

    private static final Pattern STARTED =
            Pattern.compile("Started .*ServerConnector.*\\{127\\.0\\.0\\.1:(\\d+)}");
    private static final int STOP_SECONDS = 10;

    /// Its standard input is open as long as we live.
    private static final String WATCHED = "\"$@\" & cat >/dev/null; kill $!";

    private final Process process;
    private final int port;

    private S3Server(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Starts one.
    ///
    /// @param classPath what the build of this module has written: its `target/class-path`
    /// @param folder a folder for its configuration and the buckets; may be missing
    /// @param buckets which buckets there are
    /// @return one that answers
    public static S3Server start(Path classPath, Path folder, String... buckets) {
        try {
            for (String bucket : buckets) {
                Files.createDirectories(folder.resolve("data").resolve(bucket));
            }
            Process process =
                    new ProcessBuilder(command(classPath, folder))
                            .redirectErrorStream(true)
                            .start();
            return new S3Server(process, port(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// {@return where it listens, as an `endpoint` names it}
    public String endpoint() {
        return "http://127.0.0.1:" + port;
    }

    /// {@return its port on the loopback}
    public int port() {
        return port;
    }

    /// {@return the only access key it knows}
    public String accessKeyId() {
        return "DRYRUNTESTKEY";
    }

    /// {@return the secret of that key}
    public String secretAccessKey() {
        return "not-a-secret/outside+tests";
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException _) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> command(Path classPath, Path folder) throws IOException {
        Path log =
                Files.writeString(
                        folder.resolve("logback.xml"),
                        """
                        <configuration>
                          <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
                            <encoder><pattern>%level %logger - %msg%n</pattern></encoder>
                          </appender>
                          <root level="info"><appender-ref ref="out"/></root>
                        </configuration>
                        """);
        Path properties =
                Files.writeString(
                        folder.resolve("s3proxy.properties"),
                        """
                        s3proxy.authorization=aws-v2-or-v4
                        s3proxy.endpoint=http://127.0.0.1:0
                        s3proxy.identity=DRYRUNTESTKEY
                        s3proxy.credential=not-a-secret/outside+tests
                        jclouds.provider=filesystem-nio2
                        jclouds.filesystem.basedir=%s
                        """
                                .formatted(folder.resolve("data").toAbsolutePath()));
        List<String> command = new ArrayList<>(List.of("sh", "-c", WATCHED, "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.add("-Dlogback.configurationFile=" + log.toAbsolutePath());
        command.addAll(List.of("-cp", Files.readString(classPath).strip()));
        command.addAll(List.of("org.gaul.s3proxy.Main", "--properties", properties.toString()));
        return command;
    }

    /// Reads what it says until it has started, and then on, so that it never waits for us.
    private static int port(Process process) throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                Thread.ofVirtual().name("s3-server-log").start(() -> drain(lines));
                return Integer.parseInt(started.group(1));
            }
        }
        throw new IOException("the S3 server did not start:\n" + said);
    }

    private static void drain(BufferedReader lines) {
        try (lines) {
            lines.transferTo(Writer.nullWriter());
        } catch (IOException _) {
            // It has ended.
        }
    }
}
