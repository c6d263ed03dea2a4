package io.agizo;

import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import java.util.Set;

/** Callers for tests of use cases. */
public final class Callers {

    private Callers() {}

    public static Caller shopkeeper() {
        return new Caller("test:shopkeeper", "Wanjiru", Set.of(Permission.values()));
    }

    /** The program of the demo, whom the database knows where a whole shop is started. */
    public static Caller demo() {
        return new Caller("demo-api", "Demo API client", Set.of(Permission.values()));
    }

    public static Caller with(Permission... permissions) {
        return new Caller("test:employee", "Juma", Set.of(permissions));
    }
}
