package io.agizo.notifications.mail;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads the mails of all people, for the screen of the demo. */
@Component
public class ReadMails {

    /** Enough to find one's own, few enough to look at. */
    private static final int MOST = 50;

    private final MailStore store;
    private final Clock clock;

    ReadMails(MailStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Those that are still of use and were not sent elsewhere, the newest first. */
    public List<Mail> latest() {
        return store.latest(clock.instant(), MOST);
    }
}
