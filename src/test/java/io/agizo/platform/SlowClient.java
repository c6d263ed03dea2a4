package io.agizo.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A client that sends the start of something, and then a little now and then for as long as it is let. */
final class SlowClient implements AutoCloseable {

    private static final ScheduledExecutorService CLOCK = Executors.newScheduledThreadPool(
            1, Thread.ofPlatform().daemon().name("slow-clients").factory());
    private static final int MILLISECONDS_APART = 200;
    private static final int SMALL_WINDOW = 4096;

    private final Socket socket;
    private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
    private volatile boolean ended;

    private SlowClient(Socket socket) {
        this.socket = socket;
        Thread.ofVirtual().start(this::readAll);
    }

    /** Sends the start, and then dribbles. */
    static SlowClient sends(int port, String start, String dribble) {
        SlowClient client = new SlowClient(connect(port, start, SMALL_WINDOW * SMALL_WINDOW));
        client.dribble(dribble);
        return client;
    }

    /** Sends it all, and takes nothing of what comes back. */
    static Socket takesNothing(int port, String requests) {
        return connect(port, requests, SMALL_WINDOW);
    }

    private static Socket connect(int port, String start, int window) {
        try {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(window);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.getOutputStream().write(start.getBytes(StandardCharsets.ISO_8859_1));
            return socket;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void dribble(String dribble) {
        CLOCK.schedule(
                () -> {
                    try {
                        socket.getOutputStream().write(dribble.getBytes(StandardCharsets.ISO_8859_1));
                        dribble(dribble);
                    } catch (IOException closed) {
                        ended = true;
                    }
                },
                MILLISECONDS_APART,
                TimeUnit.MILLISECONDS);
    }

    private void readAll() {
        try {
            int read = socket.getInputStream().read();
            while (read >= 0) {
                synchronized (answer) {
                    answer.write(read);
                }
                read = socket.getInputStream().read();
            }
        } catch (IOException broken) {
            ended = true;
        }
        ended = true;
    }

    boolean isEnded() {
        return ended;
    }

    String answer() {
        synchronized (answer) {
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
