package io.agizo.platform;

import io.agizo.shared.CannotStart;
import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Keeps a shop from being told to people by an address without TLS, over which everyone on the way reads their passwords. */
final class TlsOutside implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    private static final Pattern THIS_COMPUTER = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        URI address = environment.getProperty("agizo.public-url", URI.class);
        if (address != null && "http".equals(address.getScheme()) && !isThisComputer(address.getHost())) {
            throw new CannotStart(
                    "The shop's address is " + address + ", where passwords would go over the network in clear.",
                    "Put a proxy that ends TLS before the shop, and give AGIZO_PUBLIC_URL with https.");
        }
    }

    /** By name alone, for a name server may be away, or lie. */
    private static boolean isThisComputer(@Nullable String host) {
        return host != null && THIS_COMPUTER.matcher(host).matches();
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE - 1;
    }
}
