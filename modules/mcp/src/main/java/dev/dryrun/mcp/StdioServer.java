package dev.dryrun.mcp;

import dev.dryrun.json.JsonValue;
import dev.dryrun.mcp.protocol.Line;
import dev.dryrun.mcp.protocol.LineReader;
import dev.dryrun.mcp.protocol.LineWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/// Serves one session over a pair of streams, a line a message, until the input ends.
final class StdioServer {

    private final LineReader reader;
    private final LineWriter writer;
    private final Session session;

    StdioServer(InputStream input, OutputStream output, Session session) {
        this.reader = new LineReader(input, Limits.LINE_BYTES_MAX);
        this.writer = new LineWriter(output);
        this.session = session;
    }

    /// Answers until the input ends, or the client no longer reads: either is how a session ends.
    void serve() {
        try {
            for (Line line = reader.next(); line != null; line = reader.next()) {
                @Nullable JsonValue answer = session.answer(line);
                if (answer != null) {
                    writer.write(answer);
                }
            }
        } catch (IOException e) {
            System.getLogger("dev.dryrun.mcp")
                    .log(System.Logger.Level.DEBUG, "the client went away", e);
        }
    }
}
