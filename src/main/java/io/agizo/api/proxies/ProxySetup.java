package io.agizo.api.proxies;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Has the server name the caller behind a trusted proxy as the address of each request, before anything of the shop sees it.
 * Nothing else of what a proxy says is believed: by which address the shop is reached is a setting.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProxySettings.class)
class ProxySetup {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> callersBehindProxies(ProxySettings settings) {
        CallerBehindProxies callers = new CallerBehindProxies(new TrustedProxies(settings.trustedProxies()));
        return server -> server.addEngineValves(new NameCaller(callers));
    }

    /** The server forgets the address with the request; a request that goes on later finds the same caller again. */
    private static final class NameCaller extends ValveBase {

        private final CallerBehindProxies callers;

        NameCaller(CallerBehindProxies callers) {
            super(true);
            this.callers = callers;
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            Optional<InetAddress> peer = NodeName.literal(withoutInterface(request.getRemoteAddr()));
            if (peer.isPresent()) {
                InetAddress caller =
                        callers.find(peer.get(), lines(request, "Forwarded"), lines(request, "X-Forwarded-For"));
                if (!caller.equals(peer.get())) {
                    request.setRemoteAddr(caller.getHostAddress());
                    request.setRemoteHost(caller.getHostAddress());
                }
            }
            getNext().invoke(request, response);
        }

        /** An address that is good on one cable only is read without the name of the shop's end of it. */
        private static String withoutInterface(String address) {
            int percent = address.indexOf('%');
            return percent < 0 ? address : address.substring(0, percent);
        }

        private static List<String> lines(Request request, String header) {
            return Collections.list(request.getHeaders(header));
        }
    }
}
