package io.agizo.platform;

import io.agizo.shared.CannotStart;
import java.net.URI;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Keeps whoever means to open a shop to others from opening the demo, before anything of it is made. */
@Component
final class DemoAtHome implements BeanFactoryPostProcessor, EnvironmentAware {

    private boolean demo;
    private String host = "";

    @Override
    public void setEnvironment(Environment environment) {
        URI address = environment.getRequiredProperty("agizo.public-url", URI.class);
        host = String.valueOf(address.getHost());
        demo = DemoProperty.active((ConfigurableEnvironment) environment);
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        if (demo && !ThisComputer.isNamed(host)) {
            throw new CannotStart(
                    "The demo shop has well-known passwords and may not be reached from outside, as AGIZO_PUBLIC_URL says.",
                    "Leave AGIZO_PUBLIC_URL out, or open a real shop with AGIZO_DEMO=false.");
        }
    }
}
