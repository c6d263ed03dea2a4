package io.agizo.notifications;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Shows the shopkeeper's monitoring that texts stand still; the shop itself goes on, so it counts as no failure of it. */
@Component("sms")
class SmsHealth implements HealthIndicator, MeterBinder {

    private static final Status HELD = new Status("HELD");

    private final Hold hold;

    SmsHealth(Hold hold) {
        this.hold = hold;
    }

    @Override
    public Health health() {
        String reason = hold.reason();
        return reason == null
                ? Health.up().build()
                : Health.status(HELD).withDetail("reason", reason).build();
    }

    @Override
    public void bindTo(MeterRegistry metrics) {
        Gauge.builder("agizo.sms.held", hold, state -> state.reason() == null ? 0 : 1)
                .description("1 while texts stand still until someone mends a setting or tops up the account")
                .register(metrics);
    }
}
