package io.agizo.office.pages.counter;

import io.agizo.shared.Shop;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the till needs to know of the shop to sell, count and print on its own. */
@Component
class TillSettings {

    private final Shop shop;
    private final JsonMapper json;

    TillSettings(Shop shop, JsonMapper json) {
        this.shop = shop;
        this.json = json;
    }

    String json() {
        return json.writeValueAsString(Map.of(
                "shop",
                shop.name(),
                "currency",
                shop.currency().getCurrencyCode(),
                "digits",
                shop.currency().getDefaultFractionDigits(),
                "country",
                shop.country(),
                "zone",
                shop.zone().getId()));
    }
}
