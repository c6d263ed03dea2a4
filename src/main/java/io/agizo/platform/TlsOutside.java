package io.agizo.platform;

import io.agizo.identity.PublicAddress;
import io.agizo.shared.CannotStart;
import io.agizo.shared.ThisComputer;
import java.net.URI;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Keeps a shop from being told to people by an address without TLS, over which everyone on the way reads their passwords. */
final class TlsOutside implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        URI address = environment.getProperty("agizo.public-url", URI.class);
        if (address == null) {
            return;
        }
        PublicAddress.mustBeUsable(address);
        if ("http".equals(address.getScheme()) && !ThisComputer.isNamed(address.getHost())) {
            throw new CannotStart(
                    "The shop's address is " + address + ", where passwords would go over the network in clear.",
                    "Put a proxy that ends TLS before the shop, and give AGIZO_PUBLIC_URL with https.");
        }
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE - 1;
    }
}
