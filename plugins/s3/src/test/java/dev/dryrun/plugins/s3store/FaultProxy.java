package dev.dryrun.plugins.s3store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/// Stands before a server on the loopback and does to each request what a test wants.
final class FaultProxy implements AutoCloseable {

    /// A request as it came.
    ///
    /// @param line method, path and version
    /// @param head with that line, up to and with the empty line
    /// @param bodyBytes how long its body is
    record Request(String line, String head, int bodyBytes) {

        boolean is(String method) {
            return line.startsWith(method + " ");
        }

        boolean has(String header) {
            return head.toLowerCase(Locale.ROOT).contains("\r\n" + header + ":");
        }
    }

    /// What is done.
    sealed interface Fault {
        /// Handed on, and the answer back.
        record None() implements Fault {}

        /// Answered here.
        record Answer(int status, String code, String header) implements Fault {}

        /// Handed on up to so many bytes of the body; then both sides are closed.
        record CutUpload(int bytes) implements Fault {}

        /// Handed on; then nothing is answered.
        record LoseAnswer() implements Fault {}

        /// Handed on; of the answer this many bytes are left away at the end.
        record CutAnswer(int bytes) implements Fault {}

        /// Handed on; the last byte of the answer is another.
        record AlterAnswer() implements Fault {}

        /// Never answered.
        record Silence() implements Fault {}
    }

    private final ServerSocket socket;
    private final int target;
    private final Function<Request, Fault> faults;
    private final List<Request> seen = new CopyOnWriteArrayList<>();
    private final CountDownLatch silent = new CountDownLatch(1);

    FaultProxy(int target, Function<Request, Fault> faults) {
        this.target = target;
        this.faults = faults;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("fault-proxy").start(this::accept);
    }

    String endpoint() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    List<Request> seen() {
        return List.copyOf(seen);
    }

    void awaitSilence() throws InterruptedException {
        silent.await();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofPlatform().daemon().start(() -> serve(client));
            } catch (IOException _) {
                // Closed: the loop ends.
            }
        }
    }

    /// One exchange; the connection is closed after it, so that the next one is seen too.
    private void serve(Socket client) {
        try (client) {
            InputStream in = client.getInputStream();
            String head = head(in);
            if (head.isEmpty()) {
                return;
            }
            Request request =
                    new Request(head.lines().findFirst().orElse(""), head, contentLength(head));
            seen.add(request);
            Fault fault = faults.apply(request);
            OutputStream out = client.getOutputStream();
            switch (fault) {
                case Fault.None() -> out.write(answer(request, head, in));
                case Fault.Answer(int status, String code, String header) -> {
                    in.readNBytes(request.bodyBytes());
                    out.write(refusal(request, status, code, header));
                }
                case Fault.CutUpload(int bytes) -> send(head, in.readNBytes(bytes)).close();
                case Fault.LoseAnswer() -> answer(request, head, in);
                case Fault.CutAnswer(int bytes) -> {
                    byte[] whole = answer(request, head, in);
                    out.write(whole, 0, whole.length - bytes);
                }
                case Fault.AlterAnswer() -> {
                    byte[] whole = answer(request, head, in);
                    whole[whole.length - 1]++;
                    out.write(whole);
                }
                case Fault.Silence() -> {
                    silent.countDown();
                    in.readAllBytes();
                }
            }
        } catch (IOException _) {
            // One of both has gone: that is what is tested.
        }
    }

    private byte[] answer(Request request, String head, InputStream in) throws IOException {
        try (Socket server = send(head, in.readNBytes(request.bodyBytes()))) {
            return server.getInputStream().readAllBytes();
        }
    }

    private Socket send(String head, byte[] body) throws IOException {
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
        String closing =
                head.replaceAll("(?im)^connection:.*\r\n", "")
                        .replaceFirst("\r\n", "\r\nConnection: close\r\n");
        OutputStream out = server.getOutputStream();
        out.write(closing.getBytes(StandardCharsets.ISO_8859_1));
        out.write(body);
        out.flush();
        return server;
    }

    private static byte[] refusal(Request request, int status, String code, String header) {
        String xml =
                request.is("HEAD") || code.isEmpty()
                        ? ""
                        : "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>"
                                + code
                                + "</Code><Message>a secret: hunter2</Message></Error>";
        String head =
                "HTTP/1.1 "
                        + status
                        + " Fault\r\nConnection: close\r\nContent-Type: application/xml\r\n"
                        + (header.isEmpty() ? "" : header + "\r\n")
                        + "Content-Length: "
                        + xml.length()
                        + "\r\n\r\n";
        return (head + xml).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.write(next);
            if (next == '\n' && head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                return head.toString(StandardCharsets.ISO_8859_1);
            }
        }
        return "";
    }

    private static int contentLength(String head) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
    }
}
