package io.agizo.notifications;

import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.live.Live;
import io.agizo.live.Topic;
import io.agizo.orders.OrderNumbers;
import io.agizo.shared.NotFound;
import io.agizo.workers.Doorbell;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends a text once more, in the same words to the same number. Needs {@code messages:send}. */
@Service
public class SendAgain {

    private final MessageStore store;
    private final ListMessages messages;
    private final OrderNumbers numbers;
    private final OptOuts optOuts;
    private final Doorbell doorbell;
    private final Live live;
    private final Clock clock;

    SendAgain(
            MessageStore store,
            ListMessages messages,
            OrderNumbers numbers,
            OptOuts optOuts,
            Doorbell doorbell,
            Live live,
            Clock clock) {
        this.store = store;
        this.messages = messages;
        this.numbers = numbers;
        this.optOuts = optOuts;
        this.doorbell = doorbell;
        this.live = live;
        this.clock = clock;
    }

    /** What becomes of the wish. */
    public sealed interface Again {

        /** The text as it stands. */
        MessageView text();

        /** It waits for its next try. */
        record Queued(MessageView text) implements Again {}

        /** The phone may have it: nothing was done, since nobody said that it may be read twice. */
        record MayHaveArrived(MessageView text) implements Again {}

        /** It is not sent again. */
        record Refused(MessageView text, Why why) implements Again {}
    }

    /** Why a text is not sent again. */
    public enum Why {
        ON_ITS_WAY,
        ARRIVED,
        /** Its words were nobody's but the addressee's, or were erased with them. */
        WORDS_GONE,
        /** The order is struck from the books. */
        ORDER_GONE,
        /** Texts to such a number cost too much. */
        NUMBER_NOT_TEXTED,
        /** Whoever has the number said stop. */
        SAID_STOP
    }

    /**
     * Queues the text anew. Of two who want it at once the second is told that it is on its way. It keeps the count of its
     * tries, so one that has had them all gets one more.
     *
     * @param evenIfArrived whether it may be read twice, where nobody knows that it was not read
     */
    @Transactional
    public Again send(Caller caller, UUID id, boolean evenIfArrived) {
        caller.must(Permission.MESSAGES_SEND);
        MessageView text = store.lock(id).orElseThrow(() -> new NotFound("There is no such text."));
        Why why = whyNot(text);
        if (why != null) {
            return new Again.Refused(shown(text), why);
        }
        boolean mayHaveArrived = text.status() == MessageStatus.UNKNOWN || text.status() == MessageStatus.SENT;
        if (mayHaveArrived && !evenIfArrived) {
            return new Again.MayHaveArrived(shown(text));
        }
        store.queueAgain(id, clock.instant());
        doorbell.ringAfterCommit();
        live.announce(Topic.TEXTS, id.toString(), MessageStatus.QUEUED.word(), MessageStatus.QUEUED.word());
        return new Again.Queued(shown(store.lock(id).orElseThrow()));
    }

    private @Nullable Why whyNot(MessageView text) {
        return switch (text.status()) {
            case QUEUED, SENDING -> Why.ON_ITS_WAY;
            case DELIVERED -> Why.ARRIVED;
            case SENT, UNKNOWN, FAILED, DEAD -> {
                if (text.to() == null || text.body() == null) {
                    yield Why.WORDS_GONE;
                }
                if (NewText.refusalOf(text.to()) != null) {
                    yield Why.NUMBER_NOT_TEXTED;
                }
                if (text.kind() == MessageKind.ASKED_FOR && optOuts.include(text.to())) {
                    yield Why.SAID_STOP;
                }
                yield text.orderId() != null && isVoided(text) ? Why.ORDER_GONE : null;
            }
        };
    }

    private boolean isVoided(MessageView text) {
        var number = numbers.of(List.of(Objects.requireNonNull(text.orderId())));
        return number.values().stream().allMatch(known -> numbers.find(known).isEmpty());
    }

    private MessageView shown(MessageView text) {
        return messages.shown(List.of(text)).getFirst();
    }
}
