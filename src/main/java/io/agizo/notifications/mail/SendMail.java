package io.agizo.notifications.mail;

import io.agizo.shared.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails someone what is for them alone: by the shop's mail server, on the screen of the demo, or, in a shop that has neither,
 * not at all.
 */
@Component
public class SendMail {

    private final MailStore store;
    private final Clock clock;
    private final @Nullable DeliverMails delivery;
    private final boolean demo;

    SendMail(
            MailStore store,
            Clock clock,
            Optional<DeliverMails> delivery,
            @Value("${agizo.demo.active:false}") boolean demo) {
        this.store = store;
        this.clock = clock;
        this.delivery = delivery.orElse(null);
        this.demo = demo;
    }

    /** Whether mail reaches anyone; without it no way by mail may be offered. */
    public boolean isPossible() {
        return demo || delivery != null;
    }

    /**
     * Mails once the running transaction is committed.
     *
     * @param person the account that it is about, to be erased with it; null if there is none
     * @param goodUntil it is not sent after this, and erased by then; its words go as soon as they are sent
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(String to, @Nullable UUID person, String subject, String body, Instant goodUntil) {
        store.insert(new Mail(Ids.next(), to, subject, body, clock.instant()), person, goodUntil);
        if (delivery != null) {
            delivery.expect();
        }
    }

    /** Erases what was about the person or went to their address. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(UUID person, @Nullable String address) {
        store.delete(person, address);
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void forgetExpired() {
        store.deleteExpired(clock.instant());
    }
}
