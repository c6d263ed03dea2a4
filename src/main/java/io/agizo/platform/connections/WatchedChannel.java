package io.agizo.platform.connections;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * The socket as Tomcat sees it, where every byte of a client comes in and goes out. A read or write that moves nothing is one
 * for which a thread is about to wait, unless it was for a head, which Tomcat never waits for.
 */
final class WatchedChannel extends NioChannel {

    private final ConnectionWatch watch;
    private @Nullable Connection connection;

    WatchedChannel(SocketBufferHandler buffers, ConnectionWatch watch) {
        super(buffers);
        this.watch = watch;
    }

    @Nullable Connection connection() {
        return connection;
    }

    /** Tomcat keeps the channel of a closed connection for the next one. */
    @Override
    public void reset(SocketChannel socket, NioSocketWrapper wrapper) throws IOException {
        Connection before = connection;
        if (before != null) {
            watch.closed(before);
        }
        super.reset(socket, wrapper);
        if (socket == null) {
            connection = null;
        } else {
            Connection opened = new Connection(socket);
            connection = opened;
            watch.opened(opened);
        }
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        Connection watched = before(false);
        int bytes = super.read(target);
        after(watched, bytes, target.hasRemaining(), false);
        return bytes;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        Connection watched = before(true);
        int bytes = super.write(source);
        after(watched, bytes, source.hasRemaining(), true);
        return bytes;
    }

    private @Nullable Connection before(boolean toWrite) throws IOException {
        Connection watched = connection;
        if (watched != null) {
            watch.goesOn(watched);
            watched.mustGoOn(toWrite);
        }
        return watched;
    }

    private void after(@Nullable Connection watched, int bytes, boolean more, boolean toWrite) {
        if (watched != null && bytes > 0) {
            watched.moved(bytes);
        } else if (watched != null && bytes == 0 && more) {
            watch.waits(watched, toWrite);
        }
    }
}
