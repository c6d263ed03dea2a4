package io.agizo.platform.connections;

import io.agizo.api.Answers;
import io.agizo.api.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * One connection of a client: how long it has kept a thread waiting for bytes in its present request, and how many have come or
 * gone. Its thread writes, and the watch reads and may end it.
 */
final class Connection {

    /** What is known of a time that has not begun. */
    private static final long NOT = 0;

    private static final int IPV6_NETWORK_BYTES = 8;
    private static final ThreadLocal<@Nullable Connection> SERVED = new ThreadLocal<>();

    private final SocketChannel socket;
    private final Object peer;
    private volatile Object network;
    private volatile @Nullable HttpServletRequest request;
    private volatile @Nullable HttpServletResponse response;
    private volatile @Nullable Problem end;
    private volatile boolean cut;
    private volatile boolean writes;
    private volatile long headSinceNanos = NOT;

    /** Written last and read first, so that the watch sees the other figures as they were when the wait began. */
    private volatile long waitsSinceNanos = NOT;

    private long waitedNanos;
    private long movedBytes;

    Connection(SocketChannel socket) throws IOException {
        this.socket = socket;
        this.peer = network(socket);
        this.network = peer;
    }

    /** The network at the other end of the socket, which may be a proxy's. */
    static Object network(SocketChannel socket) throws IOException {
        if (socket.getRemoteAddress() instanceof InetSocketAddress address) {
            byte[] bytes = address.getAddress().getAddress();
            return ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, IPV6_NETWORK_BYTES));
        }
        return "";
    }

    /** The connection that this thread serves. */
    static @Nullable Connection served() {
        return SERVED.get();
    }

    /** A thread takes it on. */
    void enter() {
        SERVED.set(this);
        writes = false;
        startAnew();
    }

    /** The thread leaves it, after a whole request or in the midst of one. */
    void leave(boolean betweenRequests) {
        SERVED.remove();
        waitsSinceNanos = NOT;
        if (betweenRequests) {
            headSinceNanos = NOT;
            request = null;
            response = null;
        }
    }

    /** The head of a request is whole. */
    void serve(HttpServletRequest asked, HttpServletResponse answer, Object from) {
        headSinceNanos = NOT;
        network = from;
        request = asked;
        response = answer;
        startAnew();
    }

    void served(HttpServletRequest done) {
        if (request == done) {
            request = null;
            response = null;
        }
    }

    private void startAnew() {
        waitedNanos = 0;
        movedBytes = 0;
    }

    void moved(int bytes) {
        movedBytes += bytes;
        if (request == null && headSinceNanos == NOT) {
            headSinceNanos = System.nanoTime();
        }
    }

    /** Its thread has to wait for the client. */
    void waits(boolean toWrite) {
        writes = toWrite;
        waitsSinceNanos = System.nanoTime();
    }

    /** The client moved, or time ran out; returns whether somebody waited. */
    boolean goesOn() {
        long since = waitsSinceNanos;
        if (since == NOT) {
            return false;
        }
        waitedNanos += System.nanoTime() - since;
        waitsSinceNanos = NOT;
        return true;
    }

    /** Throws if the watch has ended it; an answer may still be written to whom nothing is read from any more. */
    void mustGoOn(boolean toWrite) throws ConnectionEnded {
        Problem problem = end;
        if (problem == null || (toWrite && !cut)) {
            return;
        }
        HttpServletRequest asked = request;
        HttpServletResponse answer = response;
        if (asked != null && answer != null && !toWrite) {
            asked.setAttribute(Answers.TOLD, problem);
            answer.setHeader(HttpHeaders.CONNECTION, "close");
        }
        throw new ConnectionEnded();
    }

    /** Ends what it waits for. Whoever reads wakes up and can still tell the client; whoever writes has nobody to tell. */
    void end(Problem problem) {
        boolean toWrite = writes;
        cut = toWrite;
        end = problem;
        try {
            if (toWrite) {
                // The machine would keep for minutes what the client did not take.
                socket.setOption(StandardSocketOptions.SO_LINGER, 0);
                socket.shutdownOutput();
            } else {
                socket.shutdownInput();
            }
        } catch (IOException closed) {
            cut = true;
        }
    }

    boolean isEnded() {
        return end != null && (cut || !writes);
    }

    Object peer() {
        return peer;
    }

    Object network() {
        return network;
    }

    /** For how long a thread has waited in the present request; 0 if it does not wait at the moment. */
    long waitedNanos(long now) {
        long since = waitsSinceNanos;
        return since == NOT ? 0 : waitedNanos + now - since;
    }

    long movedBytes() {
        return movedBytes;
    }

    /** How long ago the head of a request began that is not whole. */
    long headNanos(long now) {
        long since = headSinceNanos;
        return since == NOT ? 0 : now - since;
    }
}
