package io.agizo.platform;

import io.agizo.shared.CannotStart;
import io.agizo.shared.ThisComputer;
import java.net.URI;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/** Keeps whoever means to open a shop to others from opening the demo, before anything of it is made. */
final class DemoAtHome implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        URI address = environment.getRequiredProperty("agizo.public-url", URI.class);
        if (DemoProperty.active(environment) && !ThisComputer.isNamed(String.valueOf(address.getHost()))) {
            throw new CannotStart(
                    "The demo shop has well-known passwords and may not be reached from outside, as AGIZO_PUBLIC_URL says.",
                    "Leave AGIZO_PUBLIC_URL out, or open a real shop with AGIZO_DEMO=false.");
        }
    }

    /** Once it is known which database the shop has, which decides whether it is a demo, and before one is started. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
