package io.agizo.issuer;

import org.springframework.jdbc.core.simple.JdbcClient;

/** What others need to know of grants, for shops without the rest of this module. */
public final class GrantFixtures {

    private GrantFixtures() {}

    public static RunningGrants running(JdbcClient jdbc) {
        return new RunningGrants(new GrantStore(jdbc));
    }

    public static EndGrants ending(JdbcClient jdbc) {
        return new EndGrants(new GrantStore(jdbc));
    }
}
