package io.agizo.platform.connections;

import io.agizo.workers.Doorbell;
import io.agizo.workers.Worker;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/** Tomcat's way of taking connections on, with a {@link ConnectionWatch} over all of them. */
final class WatchedEndpoint extends NioEndpoint {

    /** Threads held by too many slow clients are free again after less than a second. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private @Nullable ConnectionWatch watch;
    private @Nullable Worker looking;

    @Override
    public void startInternal() throws Exception {
        // Half for one network, for a proxy is one as well.
        ConnectionWatch started = new ConnectionWatch(Math.max(1, getMaxConnections() / 2));
        Patience patience = Patience.of(Duration.ofMillis(getConnectionTimeout()), getMaxThreads());
        watch = started;
        looking = new Worker("connection-watch", new Doorbell(), BETWEEN_LOOKS) {
            @Override
            protected boolean work() {
                started.look(patience, System.nanoTime());
                return false;
            }
        };
        looking.start();
        super.startInternal();
    }

    @Override
    public void stopInternal() {
        super.stopInternal();
        if (looking != null) {
            looking.stop();
        }
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        if (watch != null && !mayOpen(watch, socket)) {
            destroySocket(socket);
            return true;
        }
        return super.setSocketOptions(socket);
    }

    private static boolean mayOpen(ConnectionWatch watch, SocketChannel socket) {
        try {
            return watch.mayOpen(Connection.network(socket));
        } catch (IOException gone) {
            return false;
        }
    }

    @Override
    protected NioChannel createChannel(SocketBufferHandler buffers) {
        return watch == null || isSSLEnabled() ? super.createChannel(buffers) : new WatchedChannel(buffers, watch);
    }

    @Override
    public void setHandler(Handler<NioChannel> handler) {
        super.setHandler(new WatchedHandler(handler));
    }

    /** Knows when a thread takes a connection on, and when it leaves it. */
    private final class WatchedHandler implements Handler<NioChannel> {

        private final Handler<NioChannel> handler;

        WatchedHandler(Handler<NioChannel> handler) {
            this.handler = handler;
        }

        @Override
        public SocketState process(SocketWrapperBase<NioChannel> socket, SocketEvent event) {
            Connection connection = socket.getSocket() instanceof WatchedChannel channel ? channel.connection() : null;
            if (connection == null || watch == null) {
                return handler.process(socket, event);
            }
            boolean betweenRequests = false;
            connection.enter();
            try {
                SocketState state = handler.process(socket, event);
                betweenRequests = state == SocketState.OPEN;
                return state;
            } finally {
                watch.leaves(connection, betweenRequests);
            }
        }

        @Override
        public Object getGlobal() {
            return handler.getGlobal();
        }

        @Override
        public void release(SocketWrapperBase<NioChannel> socket) {
            handler.release(socket);
        }

        @Override
        public void pause() {
            handler.pause();
        }

        @Override
        public void recycle() {
            handler.recycle();
        }
    }
}
