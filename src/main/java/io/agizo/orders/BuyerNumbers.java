package io.agizo.orders;

import io.agizo.shared.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The telephones of buyers; the accounts module answers it, which knows whose are proved and counts what is texted. */
public interface BuyerNumbers {

    /** The number that the person of the account has proved. */
    Optional<PhoneNumber> proved(UUID account);

    /** Whether texts leave the shop at all. */
    boolean arePossible();

    /**
     * Queues a text with a code within the running transaction.
     *
     * @param network where it was asked for; null for the shop's own machine
     * @return how long to wait, if the number or the network had too many; nothing is texted then
     */
    Optional<Duration> text(PhoneNumber phone, String code, Instant goodUntil, Locale locale, @Nullable String network);
}
