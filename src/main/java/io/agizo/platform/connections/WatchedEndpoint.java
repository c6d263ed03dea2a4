package io.agizo.platform.connections;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tomcat's way of taking connections on, with a {@link ConnectionWatch} over all of them. */
final class WatchedEndpoint extends NioEndpoint {

    /** Threads held by too many slow clients are free again after less than a second. */
    private static final long LOOK_MILLISECONDS = 250;

    private static final Logger log = LoggerFactory.getLogger(WatchedEndpoint.class);

    private @Nullable ConnectionWatch watch;
    private final CountDownLatch stopped = new CountDownLatch(1);

    @Override
    public void startInternal() throws Exception {
        // Half for one network, for a proxy is one as well.
        ConnectionWatch started = new ConnectionWatch(Math.max(1, getMaxConnections() / 2));
        Patience patience = Patience.of(Duration.ofMillis(getConnectionTimeout()), getMaxThreads());
        watch = started;
        Thread.ofPlatform().daemon().name("connection-watch").start(() -> look(started, patience));
        super.startInternal();
    }

    private void look(ConnectionWatch started, Patience patience) {
        try {
            while (!stopped.await(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                lookOnce(started, patience);
            }
        } catch (InterruptedException nobodyDoesThat) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whatever fails, the watch goes on: without it slow clients hold the shop. */
    private static void lookOnce(ConnectionWatch started, Patience patience) {
        try {
            started.look(patience, System.nanoTime());
        } catch (RuntimeException failure) {
            log.error("Could not look for slow clients", failure);
        }
    }

    @Override
    public void stopInternal() {
        super.stopInternal();
        stopped.countDown();
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
