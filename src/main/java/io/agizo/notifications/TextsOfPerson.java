package io.agizo.notifications;

import io.agizo.customers.CustomerErased;
import io.agizo.customers.CustomerId;
import io.agizo.shared.PhoneNumber;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Shows a person the texts that went to them, and forgets whom they went to and what they said. */
@Component
public class TextsOfPerson {

    private static final String ERASED = "The person was erased before this went out.";

    private final PersonalTextStore store;
    private final AskedForStore askedFor;
    private final ApplicationEventPublisher events;

    TextsOfPerson(PersonalTextStore store, AskedForStore askedFor, ApplicationEventPublisher events) {
        this.store = store;
        this.askedFor = askedFor;
        this.events = events;
    }

    /** The newest first: those about the customer's orders, and those to the phone that are about no order. */
    public List<PersonalText> list(@Nullable CustomerId customer, PhoneNumber phone, int most) {
        return store.list(customer, phone, most);
    }

    /** What is about no order and went to their phone, or is about their account; what still waits is not sent. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(UUID person, @Nullable PhoneNumber phone) {
        store.forget(person);
        if (phone != null) {
            store.forget(phone);
        }
    }

    /** What is about an employee, or who was to be one, wherever it went. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(UUID employee) {
        store.forget(employee);
    }

    /**
     * What is about nobody's account and no order, and went to the phone while it was the person's: later nobody could tell
     * it from what goes to the phone's next owner. What is about an account goes with that.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(PhoneNumber givenUp) {
        store.forgetUnowned(givenUp);
        events.publishEvent(new NumberGivenUp(givenUp));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(CustomerErased erased) {
        store.forget(erased.customer());
        if (erased.phone() != null) {
            askedFor.forget(erased.phone(), ERASED);
        }
    }
}
