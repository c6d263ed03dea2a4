package io.agizo.platform.connections;

import io.agizo.api.RateLimit;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Has the server watch its connections. */
@Component
final class ConnectionSetup implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(WatchedProtocol.class.getName());
        factory.addContextCustomizers(context -> context.getPipeline().addValve(new ServedRequests()));
    }

    /** Tells the connection what it is read and written for. It stands behind the valve that knows who a proxy speaks for. */
    private static final class ServedRequests extends ValveBase {

        ServedRequests() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            Connection connection = Connection.served();
            if (connection == null) {
                getNext().invoke(request, response);
                return;
            }
            connection.serve(request, response, RateLimit.network(request));
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
