package io.agizo.platform.connections;

import org.apache.coyote.http11.Http11NioProtocol;

/** HTTP over connections that are watched; public because Tomcat makes it by its name. */
public final class WatchedProtocol extends Http11NioProtocol {

    private final WatchedEndpoint endpoint;

    public WatchedProtocol() {
        this(new WatchedEndpoint());
    }

    private WatchedProtocol(WatchedEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    /** Takes on who has connected so far, and nobody else. */
    void closeDoor() {
        endpoint.closeDoor();
    }
}
