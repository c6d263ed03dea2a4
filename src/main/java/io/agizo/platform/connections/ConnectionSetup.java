package io.agizo.platform.connections;

import io.agizo.api.RateLimit;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Has the server watch its connections, and end them when the shop closes. */
@Component
final class ConnectionSetup implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final Drain drain;

    ConnectionSetup(Drain drain) {
        this.drain = drain;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(WatchedProtocol.class.getName());
        factory.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof WatchedProtocol door) {
                drain.closesAtLast(door);
            }
        });
        factory.addContextCustomizers(context -> context.getPipeline().addValve(new ServedRequests(drain)));
    }

    /** Tells the connection what it is read and written for. It stands behind the valve that knows who a proxy speaks for. */
    private static final class ServedRequests extends ValveBase {

        private final Drain drain;

        ServedRequests(Drain drain) {
            super(true);
            this.drain = drain;
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            Connection connection = Connection.served();
            if (connection == null) {
                getNext().invoke(request, response);
                return;
            }
            connection.serve(request, response, RateLimit.network(request));
            if (drain.isUnderWay()) {
                response.setHeader(HttpHeaders.CONNECTION, "close");
            }
            try {
                getNext().invoke(request, response);
            } finally {
                // What is answered bit by bit is being answered until its connection is between requests again.
                if (!request.isAsyncStarted()) {
                    connection.served(request);
                }
            }
        }
    }
}
