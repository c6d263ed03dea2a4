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
    private final PrivateNoteStore notes;

    ForgetCustomer(ErasureStore store, PrivateNoteStore notes) {
        this.store = store;
        this.notes = notes;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(CustomerErased erased) {
        store.forgetNotes(erased.customer());
        store.forgetBuyers(erased.customer());
        store.forgetWords(erased.customer());
        notes.forget(erased.customer());
    }
}
