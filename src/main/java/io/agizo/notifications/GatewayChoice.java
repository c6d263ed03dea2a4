package io.agizo.notifications;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Which way texts leave the shop. */
public enum GatewayChoice {
    AFRICASTALKING,
    PHONE_SCREEN,
    NONE;

    /**
     * The one that {@code agizo.sms.gateway} names; unless it does, Africa's Talking where its key is set, the phone screen
     * in the demo, and none otherwise: texts then wait rather than being lost.
     */
    static GatewayChoice of(Environment environment) {
        Binder settings = Binder.get(environment);
        return settings.bind("agizo.sms.gateway", GatewayChoice.class).orElseGet(() -> {
            if (settings.bind("agizo.sms.africastalking.api-key", String.class).isBound()) {
                return AFRICASTALKING;
            }
            return environment.getProperty("agizo.demo.active", Boolean.class, false) ? PHONE_SCREEN : NONE;
        });
    }
}
