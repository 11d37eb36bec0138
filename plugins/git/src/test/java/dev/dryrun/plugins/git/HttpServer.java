package dev.dryrun.plugins.git;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A web server on the loopback that hands what a user with the right token asks to git's own
/// `http-backend`.
final class HttpServer implements AutoCloseable {

    private final com.sun.net.httpserver.HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Path root;
    private final String login;
    private final AtomicInteger broken = new AtomicInteger();
    private volatile boolean readOnly;

    HttpServer(Path root, String user, String token) throws IOException {
        this.root = root;
        this.login =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (user + ":" + token).getBytes(StandardCharsets.UTF_8));
        server =
                com.sun.net.httpserver.HttpServer.create(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    String url(String repository) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + repository;
    }

    /// Lets so many requests end without an answer, or with an excuse.
    void breakNext(int requests) {
        broken.set(requests);
    }

    void readOnly() {
        readOnly = true;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String query = String.valueOf(exchange.getRequestURI().getRawQuery());
            String path = exchange.getRequestURI().getPath();
            int left = broken.getAndUpdate(it -> Math.max(0, it - 1));
            if (left > 0) {
                if (left % 2 == 0) {
                    exchange.sendResponseHeaders(503, -1);
                }
                return;
            }
            if (!login.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"git\"");
                exchange.sendResponseHeaders(401, -1);
            } else if (readOnly && (query + path).contains("git-receive-pack")) {
                exchange.sendResponseHeaders(403, -1);
            } else {
                backend(exchange, path, query);
            }
        }
    }

    private void backend(HttpExchange exchange, String path, String query) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("git", "http-backend");
        Map<String, String> variables = builder.environment();
        variables.put("GIT_PROJECT_ROOT", root.toString());
        variables.put("GIT_HTTP_EXPORT_ALL", "1");
        variables.put("REMOTE_USER", "tester");
        variables.put("PATH_INFO", path);
        variables.put("QUERY_STRING", query.equals("null") ? "" : query);
        variables.put("REQUEST_METHOD", exchange.getRequestMethod());
        header(variables, exchange, "CONTENT_TYPE", "Content-Type");
        header(variables, exchange, "CONTENT_LENGTH", "Content-Length");
        header(variables, exchange, "HTTP_CONTENT_ENCODING", "Content-Encoding");
        header(variables, exchange, "HTTP_GIT_PROTOCOL", "Git-Protocol");
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (OutputStream in = process.getOutputStream()) {
            exchange.getRequestBody().transferTo(in);
        }
        InputStream out = process.getInputStream();
        int status = 200;
        for (String line = line(out); !line.isEmpty(); line = line(out)) {
            String[] parts = line.split(": ", 2);
            if (parts[0].equals("Status")) {
                status = Integer.parseInt(parts[1].substring(0, 3));
            } else {
                exchange.getResponseHeaders().add(parts[0], parts[1]);
            }
        }
        exchange.sendResponseHeaders(status, 0);
        out.transferTo(exchange.getResponseBody());
    }

    private static void header(
            Map<String, String> variables, HttpExchange exchange, String name, String header) {
        String value = exchange.getRequestHeaders().getFirst(header);
        if (value != null) {
            variables.put(name, value);
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
            line.append((char) read);
        }
        return line.toString().stripTrailing();
    }
}
