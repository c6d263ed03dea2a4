package io.agizo.orders;

import io.agizo.customers.CustomerErased;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes out of a customer's orders, together with their record, what was written in free words, and what its buyer called themselves. */
@Component
class ForgetCustomer {

    private final ErasureStore store;

    ForgetCustomer(ErasureStore store) {
        this.store = store;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(CustomerErased erased) {
        store.forgetNotes(erased.customer());
        store.forgetBuyers(erased.customer());
        store.forgetWords(erased.customer());
    }
}
