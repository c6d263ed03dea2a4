package io.agizo.platform;

import io.agizo.shared.Shop;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Greets whoever started the shop, and says where to look. */
@Component
class OpenForBusiness {

    private static final String API_GUIDE = "/api/v1/docs";

    private final Shop shop;
    private final Settings settings;
    private final boolean demo;

    OpenForBusiness(Shop shop, Settings settings, @Value("${" + DemoProperty.NAME + "}") boolean demo) {
        this.shop = shop;
        this.settings = settings;
        this.demo = demo;
    }

    @EventListener(ApplicationReadyEvent.class)
    void greet() {
        System.out.println(String.join(System.lineSeparator(), demo ? demoGreeting() : greeting()));
    }

    private List<String> demoGreeting() {
        return List.of(
                shop.name() + " is open at " + settings.publicUrl(),
                "  For programs      " + settings.publicUrl() + API_GUIDE,
                "  They sign in as   " + "demo-api with the secret demo-api-secret, at " + settings.publicUrl()
                        + "/oauth2/token",
                "  Texts to phones   " + settings.publicUrl() + "/phone",
                "  Stop with Ctrl+C  the data stays in "
                        + settings.dataDir().toAbsolutePath().normalize());
    }

    private List<String> greeting() {
        return List.of(
                shop.name() + " is open at " + settings.publicUrl(),
                "  For programs  " + settings.publicUrl() + API_GUIDE);
    }
}
