package io.agizo.notifications;

import io.agizo.shared.Ids;
import io.agizo.shared.PhoneNumber;
import io.agizo.workers.Doorbell;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Texts someone what is for them alone, such as a code to sign in with. Nobody else is shown the words, no log has them,
 * and they are erased once they are sent, or are of no use any more.
 */
@Component
public class SendSecret {

    private final SecretTextStore store;
    private final Doorbell doorbell;
    private final DayCeiling ceiling;
    private final Clock clock;
    private final boolean possible;

    SendSecret(
            SecretTextStore store,
            Doorbell doorbell,
            DayCeiling ceiling,
            Clock clock,
            Optional<TextDelivery> delivery) {
        this.store = store;
        this.doorbell = doorbell;
        this.ceiling = ceiling;
        this.clock = clock;
        this.possible = delivery.isPresent();
    }

    /** Whether texts leave the shop; a new one may have no gateway yet, and they wait for it. */
    public boolean isPossible() {
        return possible;
    }

    /** How long texts wait, where the shop has sent as many as it may in a day; a code would be too old by then. */
    public Optional<Duration> pause() {
        return ceiling.pause();
    }

    /**
     * Queues the text; it goes out as soon as the running transaction, if there is one, is committed. To a
     * number that costs more than a telephone it is only written down that it was not sent.
     *
     * @param person the account or the employee that it is about, to be erased with them; null if there is none
     * @param occasion a word for what it is about, which whoever may list texts sees
     * @param goodUntil it is not sent after this
     * @return the id under which it is listed
     */
    public UUID send(PhoneNumber to, @Nullable UUID person, String occasion, String body, Instant goodUntil) {
        UUID id = Ids.next();
        String refusal = NewText.refusalOf(to);
        if (refusal != null) {
            store.insertRefused(id, to, person, occasion, clock.instant(), goodUntil, refusal);
            return id;
        }
        store.insert(id, to, person, occasion, body, clock.instant(), goodUntil);
        doorbell.ringAfterCommit();
        return id;
    }
}
