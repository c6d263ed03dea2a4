package io.agizo.api;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends bytes as they are, for requests that no HTTP client would make. */
final class RawConnection {

    private static final int ANSWERED_WITHIN_MILLISECONDS = 20_000;

    private RawConnection() {}

    /** Everything that comes back until the server closes the connection. */
    static String send(int port, byte[] request) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(ANSWERED_WITHIN_MILLISECONDS);
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError("The connection broke", e);
        }
    }

    static String send(int port, String request) {
        return send(port, request.getBytes(StandardCharsets.ISO_8859_1));
    }
}
