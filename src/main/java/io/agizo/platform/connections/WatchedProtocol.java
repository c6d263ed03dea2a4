package io.agizo.platform.connections;

import org.apache.coyote.http11.Http11NioProtocol;

/** HTTP over connections that are watched; public because Tomcat makes it by its name. */
public final class WatchedProtocol extends Http11NioProtocol {

    public WatchedProtocol() {
        super(new WatchedEndpoint());
    }
}
