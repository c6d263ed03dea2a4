package io.agizo.audit;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The audit trail for shops without the rest of this module. */
public final class AuditFixtures {

    private AuditFixtures() {}

    public static AuditTrail trail(JdbcClient jdbc, JsonMapper json, Clock clock) {
        AuditStore store = new AuditStore(jdbc, json);
        return new AuditTrail(store, new RepeatedEvents(store, clock), clock);
    }
}
