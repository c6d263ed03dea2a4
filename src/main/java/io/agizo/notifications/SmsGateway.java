package io.agizo.notifications;

import io.agizo.shared.PhoneNumber;
import java.time.Duration;
import java.util.List;

/** A company that carries texts to phones. */
public interface SmsGateway {

    /** How it is called where texts are listed. */
    String name();

    Limits limits();

    /**
     * Hands in one text for one or more different numbers and waits for the answer, well under a minute. Never fails: what
     * goes wrong is the fate of a text too.
     *
     * @param kind by which some companies send under another name
     * @return one fate for each number, in their order
     */
    List<Fate> send(MessageKind kind, String body, List<PhoneNumber> numbers);

    /**
     * What the company can be asked to do at once.
     *
     * @param recipients how many numbers one request may name
     * @param parallel how many requests may be under way
     * @param pause how long a request begins after the one before at the earliest
     */
    record Limits(int recipients, int parallel, Duration pause) {}
}
