package io.agizo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The line between a browser and the shop, which can be cut, and can lose the answer to what came through. */
public final class LineToShop implements AutoCloseable {

    private static final String SALE = "POST /office/counter/sales";

    private final ServerSocket till;
    private final int shop;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile boolean losesAnswers;
    private volatile Consumer<String> hears = request -> {};

    public LineToShop(int shop) {
        this.shop = shop;
        try {
            till = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.startVirtualThread(this::accept);
    }

    public String url(String path) {
        return "http://localhost:" + till.getLocalPort() + path;
    }

    public void cut() {
        cut = true;
        open.forEach(LineToShop::end);
    }

    public void mend() {
        cut = false;
        losesAnswers = false;
    }

    /** Tells of each request from now on how it begins. */
    public void hears(Consumer<String> hears) {
        this.hears = hears;
    }

    /** From now on sales reach the shop, and no answer to them comes back. */
    public void loseAnswersToSales() {
        losesAnswers = true;
    }

    private void accept() {
        try {
            while (true) {
                Socket near = till.accept();
                if (cut) {
                    end(near);
                } else {
                    connect(near);
                }
            }
        } catch (IOException closed) {
            open.forEach(LineToShop::end);
        }
    }

    private void connect(Socket near) throws IOException {
        Socket far = new Socket(InetAddress.getLoopbackAddress(), shop);
        open.add(near);
        open.add(far);
        AtomicBoolean sale = new AtomicBoolean();
        Thread.startVirtualThread(() -> pass(near, far, request -> {
            hears.accept(request);
            sale.compareAndSet(false, losesAnswers && request.startsWith(SALE));
            return true;
        }));
        Thread.startVirtualThread(() -> pass(far, near, answer -> !sale.get()));
    }

    private void pass(Socket from, Socket to, Predicate<String> passes) {
        byte[] buffer = new byte[8192];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (!passes.test(new String(buffer, 0, Math.min(read, SALE.length()), StandardCharsets.US_ASCII))) {
                    break;
                }
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException gone) {
            // Whoever waits at the other end notices as on any line that broke.
        } finally {
            end(from);
            end(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException ignored) {
            // It is gone either way.
        }
    }

    @Override
    public void close() {
        try {
            till.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
