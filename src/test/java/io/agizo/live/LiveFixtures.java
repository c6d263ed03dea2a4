package io.agizo.live;

/** Announcements for tests of other modules. */
public final class LiveFixtures {

    private LiveFixtures() {}

    /** Nobody hears what is announced. */
    public static Live unheard() {
        return with(new Outbox());
    }

    public static Live with(Outbox outbox) {
        return new Live(outbox);
    }
}
