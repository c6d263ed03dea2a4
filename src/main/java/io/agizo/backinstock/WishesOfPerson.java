package io.agizo.backinstock;

import io.agizo.catalog.ProductId;
import io.agizo.catalog.ProductNames;
import io.agizo.customers.CustomerErased;
import io.agizo.notifications.NumberGivenUp;
import io.agizo.notifications.NumberOptedOut;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Sku;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Shows a person what they asked to be told of, and forgets it. */
@Component
public class WishesOfPerson {

    private final WishStore store;
    private final ProductNames names;

    WishesOfPerson(WishStore store, ProductNames names) {
        this.store = store;
        this.names = names;
    }

    /**
     * A wish as the person may keep it.
     *
     * @param sku of the product that they wait for
     */
    public record PersonalWish(Instant at, @Nullable Sku sku, PhoneNumber phone, String language) {}

    /** Those left with a number that is proved to be theirs. */
    public List<PersonalWish> list(PhoneNumber phone) {
        List<TellMe> wishes = store.of(phone);
        Map<ProductId, Sku> skus =
                names.skus(wishes.stream().map(TellMe::product).toList());
        return wishes.stream()
                .map(wish -> new PersonalWish(wish.askedAt(), skus.get(wish.product()), wish.phone(), wish.language()))
                .toList();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(PhoneNumber phone) {
        store.delete(phone);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(NumberOptedOut stopped) {
        store.delete(stopped.number());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(NumberGivenUp left) {
        store.delete(left.number());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(CustomerErased erased) {
        if (erased.phone() != null) {
            store.delete(erased.phone());
        }
    }
}
