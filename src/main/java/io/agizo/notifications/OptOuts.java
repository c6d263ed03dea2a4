package io.agizo.notifications;

import io.agizo.live.Live;
import io.agizo.live.Topic;
import io.agizo.shared.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who wants none of the texts that people can ask for. Only who has the phone can say so, and take it back; texts about
 * orders are not touched by it.
 */
@Component
public class OptOuts {

    private static final String SAID_STOP = "The owner of the number said that they want no such texts.";

    /** A gateway repeats what was not answered for up to twelve hours. */
    private static final Duration REPEATS_END = Duration.ofDays(1);

    private final OptOutStore store;
    private final AskedForStore texts;
    private final ApplicationEventPublisher events;
    private final Live live;
    private final Clock clock;

    OptOuts(OptOutStore store, AskedForStore texts, ApplicationEventPublisher events, Live live, Clock clock) {
        this.store = store;
        this.texts = texts;
        this.events = events;
        this.live = live;
        this.clock = clock;
    }

    /**
     * From now on nothing that was asked for goes to the number, and what waits is withdrawn. Who has stopped already is not
     * stopped twice.
     *
     * @param said the word that was texted, or who told
     * @param text the id of the text that said so, which counts once; null if there is none
     */
    @Transactional
    public void stop(PhoneNumber number, String said, @Nullable String text) {
        Instant now = clock.instant();
        if (text != null && !store.hear(text, now)) {
            return;
        }
        store.insert(number, now, said);
        events.publishEvent(new NumberOptedOut(number));
        if (texts.forget(number, SAID_STOP) > 0) {
            live.announceMany(Topic.TEXTS);
        }
    }

    /** The number can be left again by whoever wants to be told something there. */
    @Transactional
    public void startAgain(PhoneNumber number, String text) {
        if (store.hear(text, clock.instant())) {
            store.delete(number);
        }
    }

    public boolean include(PhoneNumber number) {
        return store.contains(number);
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT7M")
    void forgetHeard() {
        store.forgetHeard(clock.instant().minus(REPEATS_END));
    }
}
