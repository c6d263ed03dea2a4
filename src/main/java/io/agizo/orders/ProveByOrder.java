package io.agizo.orders;

import io.agizo.customers.CustomerId;
import io.agizo.orders.BuyerCodes.Subject;
import io.agizo.orders.BuyerNumbers.Purpose;
import io.agizo.shared.Conflict;
import io.agizo.shared.PhoneNumber;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets whoever holds the link of an order prove that the number of its customer is theirs, by a code that is texted there: the
 * link alone may have been handed on.
 */
@Component
public class ProveByOrder {

    private final FollowOrder orders;
    private final OrderStore store;
    private final BuyerCodes codes;
    private final TransactionOperations transaction;

    ProveByOrder(FollowOrder orders, OrderStore store, BuyerCodes codes, TransactionOperations transaction) {
        this.orders = orders;
        this.store = store;
        this.codes = codes;
        this.transaction = transaction;
    }

    /** Whose number it is, which they proved. */
    public record Owner(CustomerId customer, PhoneNumber phone) {}

    /**
     * Texts a code to the number of the order; one that was sent for it before is void.
     *
     * @param network where it was asked for
     * @return how long it is good
     * @throws io.agizo.shared.TooMany if the number, the network or the shop had too many texts
     */
    @Transactional(propagation = Propagation.NEVER)
    public Instant text(OrderSecret secret, Locale locale, String network) {
        OrderView order = orders.view(secret);
        PhoneNumber phone = FollowedOrder.phone(order)
                .orElseThrow(() -> new Conflict("conflict", "The shop has no number of this order any more."));
        codes.take(phone, network);
        return Objects.requireNonNull(transaction.execute(begun -> codes.text(subject(order, secret), phone, locale)));
    }

    /** Whose the order is, if the code is the one that was texted; it works once. */
    @Transactional(propagation = Propagation.NEVER)
    public Optional<Owner> owner(OrderSecret secret, String code) {
        OrderView order = orders.view(secret);
        Subject subject = subject(order, secret);
        Optional<Owner> owner = FollowedOrder.phone(order)
                .filter(phone -> codes.isRight(subject, phone, code))
                .flatMap(phone ->
                        store.find(order.number()).map(OrderRow::customer).map(customer -> new Owner(customer, phone)));
        owner.ifPresent(found -> codes.use(subject));
        return owner;
    }

    private static Subject subject(OrderView order, OrderSecret secret) {
        return new Subject(order.id().value(), secret.value(), Purpose.ERASURE);
    }
}
