package io.agizo.notifications;

import io.agizo.workers.Doorbell;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The settings of texts, and the bell that calls for their delivery. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SmsSettings.class, StopSettings.class})
class SmsConfiguration {

    /** Rung by whoever leaves a text. */
    @Bean
    Doorbell doorbellOfTexts() {
        return new Doorbell();
    }
}
