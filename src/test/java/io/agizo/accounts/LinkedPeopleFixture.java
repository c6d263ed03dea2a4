package io.agizo.accounts;

import io.agizo.audit.AuditFixtures;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** People who sign in at another issuer, for shops without the rest of this module. */
public final class LinkedPeopleFixture {

    private LinkedPeopleFixture() {}

    public static LinkedPeople on(JdbcClient sql, Clock clock) {
        return new LinkedPeople(
                new LinkedIdentityStore(sql),
                new AccountStore(sql),
                AuditFixtures.trail(sql, new JsonMapper(), clock),
                clock);
    }
}
