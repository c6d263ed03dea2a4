package io.agizo.orders;

import io.agizo.shared.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The telephones of buyers; the accounts module answers it, which knows whose are proved, and texts. */
public interface BuyerNumbers {

    /** What somebody is texted a code for. */
    enum Purpose {
        ORDER,
        ERASURE
    }

    /** The number that the person of the account has proved. */
    Optional<PhoneNumber> proved(UUID account);

    /** Whether texts leave the shop at all. */
    boolean arePossible();

    /** How long codes have to wait, where the shop has sent as many texts as it may in a day. */
    Optional<Duration> pause();

    /** Queues a text with a code within the running transaction. */
    void text(PhoneNumber phone, String code, Purpose purpose, Instant goodUntil, Locale locale);
}
