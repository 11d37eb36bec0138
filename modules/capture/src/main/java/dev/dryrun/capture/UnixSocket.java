package dev.dryrun.capture;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A Unix socket that looks like the TCP socket the driver expects: as much of [Socket] as it
/// calls.
///
/// Reading has no time limit of its own ([#setSoTimeout] only keeps the number): what ends a query
/// that takes too long is the server's `statement_timeout`.
final class UnixSocket extends Socket {

    private final Path path;
    private volatile @Nullable SocketChannel channel;
    private volatile boolean closed;
    private int timeoutMs;

    UnixSocket(Path path) {
        this.path = path;
    }

    @Override
    public void connect(@Nullable SocketAddress endpoint) throws IOException {
        connect(endpoint, 0);
    }

    /// Connects to the path; the endpoint is the driver's, and no socket's.
    @Override
    public void connect(@Nullable SocketAddress endpoint, int timeout) throws IOException {
        SocketChannel opened = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            opened.connect(UnixDomainSocketAddress.of(path));
            channel = opened;
        } catch (IOException e) {
            opened.close();
            throw e;
        }
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return Channels.newInputStream(open());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return Channels.newOutputStream(open());
    }

    @Override
    public void close() throws IOException {
        closed = true;
        SocketChannel opened = channel;
        if (opened != null) {
            opened.close();
        }
    }

    @Override
    public boolean isConnected() {
        return channel != null;
    }

    @Override
    public boolean isBound() {
        return channel != null;
    }

    @Override
    public boolean isClosed() {
        return closed;
    }

    @Override
    public @Nullable InetAddress getInetAddress() {
        return null;
    }

    @Override
    public @Nullable SocketAddress getRemoteSocketAddress() {
        return channel == null ? null : UnixDomainSocketAddress.of(path);
    }

    @Override
    public void setSoTimeout(int timeout) {
        timeoutMs = timeout;
    }

    @Override
    public int getSoTimeout() {
        return timeoutMs;
    }

    @Override
    public void setTcpNoDelay(boolean on) {
        // Nothing is delayed here.
    }

    @Override
    public boolean getTcpNoDelay() {
        return true;
    }

    @Override
    public void setKeepAlive(boolean on) {
        // The kernel tells at once when the other end is gone.
    }

    @Override
    public boolean getKeepAlive() {
        return false;
    }

    @Override
    public int getSendBufferSize() throws SocketException {
        try {
            return open().getOption(StandardSocketOptions.SO_SNDBUF);
        } catch (IOException e) {
            throw new SocketException("the buffer's size cannot be read", e);
        }
    }

    @Override
    public void setSendBufferSize(int size) {
        // The kernel's own size serves.
    }

    @Override
    public void setReceiveBufferSize(int size) {
        // The kernel's own size serves.
    }

    @Override
    public String toString() {
        return "Unix socket";
    }

    private SocketChannel open() throws IOException {
        SocketChannel opened = channel;
        if (opened == null) {
            throw new SocketException("the socket is not connected");
        }
        return opened;
    }
}
