package io.agizo.platform;

import io.agizo.identity.PublicAddress;
import io.agizo.shared.Shop;
import io.agizo.staff.DemoPeople;
import io.agizo.staff.SetUpShop;
import java.util.ArrayList;
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
    private final PublicAddress address;
    private final Settings settings;
    private final SetUpShop setUp;
    private final boolean demo;

    OpenForBusiness(
            Shop shop,
            PublicAddress address,
            Settings settings,
            SetUpShop setUp,
            @Value("${" + DemoProperty.NAME + "}") boolean demo) {
        this.shop = shop;
        this.address = address;
        this.settings = settings;
        this.setUp = setUp;
        this.demo = demo;
    }

    @EventListener(ApplicationReadyEvent.class)
    void greet() {
        System.out.println(String.join(System.lineSeparator(), demo ? demoGreeting() : greeting()));
    }

    private List<String> demoGreeting() {
        return List.of(
                shop.name() + " is open at " + address.url(),
                "  For programs      " + address.url() + API_GUIDE
                        + ", signed in as demo-api with the secret demo-api-secret",
                "  For people        " + address.url() + "/login, as 0711000101 (owner), 0711000102 (cashier),"
                        + " 0711000103 (packer) or 0711000001 (shopper), password " + DemoPeople.PASSWORD,
                "  Texts and mails   " + address.url() + "/phone and " + address.url() + "/mails",
                "  Stop with Ctrl+C  the data stays in "
                        + settings.dataDir().toAbsolutePath().normalize());
    }

    private List<String> greeting() {
        List<String> lines = new ArrayList<>(
                List.of(shop.name() + " is open at " + address.url(), "  For programs  " + address.url() + API_GUIDE));
        setUp.newLink()
                .ifPresent(link -> lines.add("  It has no owner yet. Become it, once and within a day, at " + link));
        return lines;
    }
}
