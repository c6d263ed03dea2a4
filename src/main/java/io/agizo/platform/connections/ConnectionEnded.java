package io.agizo.platform.connections;

import org.apache.coyote.BadRequestException;

/**
 * Tells whoever reads from or writes to a client that it was too slow. It is of the kind that Tomcat still answers: of any other
 * it believes that the client has gone.
 */
final class ConnectionEnded extends BadRequestException {

    private static final long serialVersionUID = 1;

    ConnectionEnded() {
        super("The client was too slow");
    }
}
