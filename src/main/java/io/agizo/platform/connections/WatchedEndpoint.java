package io.agizo.platform.connections;

import io.agizo.workers.Doorbell;
import io.agizo.workers.Worker;
import java.io.IOException;
import java.nio.channels.ServerSocketChannel;
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

/** Tomcat's way of taking connections on, with a {@link ConnectionWatch} over all of them. */
final class WatchedEndpoint extends NioEndpoint {

    /** Threads held by too many slow clients are free again after less than a second. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    /** A thread that waits for the next connection notices at once; on a busy machine it needs its turn. */
    private static final Duration UNTIL_THE_DOOR_IS_CLOSED = Duration.ofSeconds(2);

    private final CountDownLatch doorClosed = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean lastCall;
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

    /**
     * Takes on who has connected so far, and nobody else. A socket that is just closed resets all whom the system has let
     * connect already, and they would not know whether they were heard.
     */
    void closeDoor() {
        lastCall = true;
        unlockAccept();
        try {
            doorClosed.await(UNTIL_THE_DOOR_IS_CLOSED.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** Once the door is closed, nobody waits behind it who could be woken. */
    @Override
    protected void unlockAccept() {
        if (doorClosed.getCount() > 0) {
            super.unlockAccept();
        }
    }

    @Override
    protected SocketChannel serverSocketAccept() throws Exception {
        return lastCall ? nextBeforeTheDoorCloses() : super.serverSocketAccept();
    }

    private SocketChannel nextBeforeTheDoorCloses() throws IOException, InterruptedException {
        SocketChannel next = null;
        if (getServerSocket() instanceof ServerSocketChannel door && door.isOpen()) {
            door.configureBlocking(false);
            next = door.accept();
            if (next == null) {
                door.close();
            }
        }
        if (next == null) {
            doorClosed.countDown();
            stopped.await();
            // By now Tomcat drops what it is given, and it must be given something.
            next = SocketChannel.open();
        }
        return next;
    }

    @Override
    protected void doCloseServerSocket() throws IOException {
        super.doCloseServerSocket();
        stopped.countDown();
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
