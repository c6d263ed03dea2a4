package io.agizo.platform;

import io.agizo.branding.CurrentBrand;
import io.agizo.platform.Settings.ShopSettings;
import io.agizo.shared.Shop;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
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
    Shop shop(Settings settings, CurrentBrand brand) {
        ShopSettings shop = settings.shop();
        return new Shop(brand, shop.currency(), shop.country(), CountryTimeZones.zone(shop.timeZone(), shop.country()));
    }
}
