package io.agizo.notifications.mail;

import io.agizo.shared.Ids;
import java.time.Clock;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Mails someone what is for them alone; in the demo it is shown on a screen, and a shop without that has no mail. */
@Component
public class SendMail {

    private final MailStore store;
    private final Clock clock;
    private final boolean demo;

    SendMail(MailStore store, Clock clock, @Value("${agizo.demo.active:false}") boolean demo) {
        this.store = store;
        this.clock = clock;
        this.demo = demo;
    }

    /** Whether mail reaches anyone; without it no way by mail may be offered. */
    public boolean isPossible() {
        return demo;
    }

    /**
     * Mails once the running transaction is committed.
     *
     * @param goodUntil it is erased then
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(String to, String subject, String body, Instant goodUntil) {
        store.insert(new Mail(Ids.next(), to, subject, body, clock.instant()), goodUntil);
    }

    /** Erases what went to the address. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(String address) {
        store.deleteTo(address);
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void forgetExpired() {
        store.deleteExpired(clock.instant());
    }
}
