package dev.dryrun.capture;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import javax.net.SocketFactory;

/// Opens Unix sockets for the PostgreSQL driver, which makes it by its name and knows TCP only.
///
/// Public because the driver has to reach it; nobody else needs it. The host and port that the
/// driver connects to make no difference: the path was given beforehand. Threads may share it.
public final class UnixSocketFactory extends SocketFactory {

    private final Path path;

    /// Makes one for a socket.
    ///
    /// @param path of the socket's file
    public UnixSocketFactory(String path) {
        this.path = Path.of(path);
    }

    @Override
    public Socket createSocket() {
        return new UnixSocket(path);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
            throws IOException {
        return connected();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected();
    }

    @Override
    public Socket createSocket(
            InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return connected();
    }

    private Socket connected() throws IOException {
        UnixSocket socket = new UnixSocket(path);
        try {
            socket.connect(null, 0);
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        return socket;
    }
}
