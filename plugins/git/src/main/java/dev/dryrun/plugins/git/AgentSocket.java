package dev.dryrun.plugins.git;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.transport.sshd.agent.AbstractConnector;
import org.jspecify.annotations.Nullable;

/// Talks to an ssh agent over its Unix socket. Each message is four bytes of length and as many of
/// content, both ways.
final class AgentSocket extends AbstractConnector {

    private static final int LENGTH_BYTES = Integer.BYTES;

    private final Optional<Path> path;
    private @Nullable SocketChannel channel;

    /// Makes one.
    ///
    /// @param path the agent's socket; empty when the user has no agent
    AgentSocket(Optional<Path> path) {
        this.path = path;
    }

    /// {@return whether an agent is there; without one there are still the keys of files}
    @Override
    public boolean connect() {
        if (channel != null) {
            return true;
        }
        if (path.isEmpty()) {
            return false;
        }
        try {
            SocketChannel opened = SocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                opened.connect(UnixDomainSocketAddress.of(path.get()));
                channel = opened;
                return true;
            } catch (IOException e) {
                opened.close();
                return false;
            }
        } catch (IOException | UnsupportedOperationException _) {
            return false;
        }
    }

    @Override
    public byte[] rpc(byte command, byte @Nullable [] message) throws IOException {
        byte[] request = message == null ? new byte[LENGTH_BYTES + 1] : message;
        prepareMessage(command, request);
        SocketChannel opened = channel;
        if (opened == null) {
            throw new IOException("the ssh agent is not connected");
        }
        ByteBuffer out = ByteBuffer.wrap(request);
        while (out.hasRemaining()) {
            opened.write(out);
        }
        byte[] length = read(opened, LENGTH_BYTES);
        return read(opened, toLength(command, length));
    }

    @Override
    public void close() throws IOException {
        SocketChannel opened = channel;
        channel = null;
        if (opened != null) {
            opened.close();
        }
    }

    private static byte[] read(SocketChannel from, int length) throws IOException {
        ByteBuffer in = ByteBuffer.allocate(length);
        while (in.hasRemaining()) {
            if (from.read(in) < 0) {
                throw new EOFException("the ssh agent hung up");
            }
        }
        return in.array();
    }
}
