package io.agizo.platform;

import io.agizo.platform.Settings.ShopSettings;
import io.agizo.shared.Shop;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The values that every module asks for. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
@EnableScheduling
class PlatformConfiguration {

    /** Ticks in microseconds, as PostgreSQL does: a time reads the same before it is stored and after. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
    }

    @Bean
    Shop shop(Settings settings, @Value("${" + DemoProperty.NAME + "}") boolean demo) {
        ShopSettings shop = settings.shop();
        String unnamed = demo ? "Agizo demo shop" : "Agizo shop";
        String name = shop.name() == null ? unnamed : shop.name();
        return new Shop(name, shop.currency(), shop.country(), CountryTimeZones.zone(shop.timeZone(), shop.country()));
    }
}
