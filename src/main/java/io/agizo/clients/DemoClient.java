package io.agizo.clients;

import io.agizo.identity.Permission;
import io.agizo.identity.SecretHash;
import java.util.EnumSet;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The client whose secret everybody knows: there in the demo, and gone, before the first request is served, when the
 * same database is run as a real shop.
 */
@Component
class DemoClient implements SmartInitializingSingleton {

    private static final ApiClient CLIENT = new ApiClient(
            "demo-api", "Demo API client", SecretHash.of("demo-api-secret"), EnumSet.allOf(Permission.class));

    private final ApiClientStore clients;
    private final boolean demo;

    DemoClient(ApiClientStore clients, @Value("${agizo.demo.active:false}") boolean demo) {
        this.clients = clients;
        this.demo = demo;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (demo) {
            clients.put(CLIENT);
        } else {
            clients.remove(CLIENT.id(), CLIENT.secretHash());
        }
    }
}
