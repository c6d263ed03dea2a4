package io.agizo.customers;

import io.agizo.api.IdempotentAnswers;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Erases the personal data of a customer whose record is locked, also from what was answered under idempotency keys. */
@Component
class EraseCustomer {

    private final CustomerStore store;
    private final IdempotentAnswers answers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    EraseCustomer(CustomerStore store, IdempotentAnswers answers, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.answers = answers;
        this.events = events;
        this.clock = clock;
    }

    void erase(CustomerView customer) {
        store.erase(customer.id(), clock.instant());
        answers.forget(customer.code().value(), customer.phone(), customer.email());
        events.publishEvent(new CustomerErased(customer.id(), customer.phone()));
    }
}
