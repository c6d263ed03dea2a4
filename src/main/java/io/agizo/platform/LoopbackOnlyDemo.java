package io.agizo.platform;

import io.agizo.shared.CannotStart;
import java.net.InetAddress;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Keeps the demo, whose credentials anyone can read in its manual, off the network. */
final class LoopbackOnlyDemo implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Environment environment = context.getEnvironment();
        if (!environment.getRequiredProperty(DemoProperty.NAME, Boolean.class)) {
            return;
        }
        keepHome(environment, "server.address", "SERVER_ADDRESS");
        if (ManagementPortType.get(environment) == ManagementPortType.DIFFERENT) {
            keepHome(environment, ManagementAddress.NAME, "MANAGEMENT_SERVER_ADDRESS");
        }
    }

    private static void keepHome(Environment environment, String property, String variable) {
        boolean loopback = Binder.get(environment)
                .bind(property, InetAddress.class)
                .map(InetAddress::isLoopbackAddress)
                .orElse(false);
        if (!loopback) {
            throw new CannotStart(
                    "The demo shop has well-known passwords and listens on this computer only, not on "
                            + environment.getProperty(property, "every address") + ".",
                    "Leave " + variable + " out, or open a real shop with AGIZO_DEMO=false.");
        }
    }

    /** After whatever else prepares the environment, before anything is started. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE - 1;
    }
}
