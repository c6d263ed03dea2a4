package io.agizo.backinstock;

import io.agizo.catalog.ProductView;
import io.agizo.catalog.Products;
import io.agizo.identity.Caller;
import io.agizo.notifications.OptOuts;
import io.agizo.shared.Ids;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Shop;
import io.agizo.shared.Sku;
import io.agizo.shared.TextLanguage;
import io.agizo.shared.TooMany;
import io.agizo.texting.TextsForStrangers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets anyone leave a telephone number at a product that is sold out, to be texted once when it can be had again. Nobody
 * proves that the number is theirs: what a stranger can do to its owner is one text for each product, few of them in a day,
 * and none any more once the owner answers STOP.
 */
@Component
public class AskToBeTold {

    /** Who waited for a season bought it elsewhere. */
    static final Duration KEPT = Duration.ofDays(90);

    private final Products products;
    private final WishStore store;
    private final OptOuts optOuts;
    private final TextsForStrangers strangers;
    private final TransactionOperations transaction;
    private final Shop shop;
    private final Clock clock;

    AskToBeTold(
            Products products,
            WishStore store,
            OptOuts optOuts,
            TextsForStrangers strangers,
            TransactionOperations transaction,
            Shop shop,
            Clock clock) {
        this.products = products;
        this.store = store;
        this.optOuts = optOuts;
        this.strangers = strangers;
        this.transaction = transaction;
        this.shop = shop;
        this.clock = clock;
    }

    /** What becomes of the wish. */
    public sealed interface Answer {

        /**
         * It is kept.
         *
         * @param until it is forgotten then if the product does not come back before
         */
        record Noted(Sku sku, PhoneNumber phone, Instant until) implements Answer {}

        /** The product need not be waited for. */
        record InStock(Sku sku) implements Answer {}

        /** The number's owner said stop, and only they can take that back, by a text with START. */
        record SaidStop(PhoneNumber phone) implements Answer {}
    }

    /**
     * Keeps the wish. Who leaves the same number again is told the same, so nobody learns whether it was left before.
     *
     * @param written the number as people write it, in the international or the country's national form
     * @param locale in which the number is texted
     * @param network from which it is left
     * @throws NotFound if shoppers see no such product
     * @throws InvalidInput at {@code /phone} if nothing is texted to such a number
     * @throws TooMany if the number, the network or the shop had too many
     */
    @Transactional(propagation = Propagation.NEVER)
    public Answer ask(Sku sku, String written, Locale locale, String network) {
        ProductView product = products.get(Caller.anyone(), sku);
        PhoneNumber phone = InvalidInput.at("/phone", () -> {
            PhoneNumber number = PhoneNumber.parse(written, shop.country());
            strangers.mustReach(number);
            return number;
        });
        if (product.stock().available() > 0) {
            return new Answer.InStock(product.sku());
        }
        strangers.takeWish(phone, network);
        if (optOuts.include(phone)) {
            return new Answer.SaidStop(phone);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        TellMe wish = new TellMe(Ids.next(), product.id(), phone, TextLanguage.of(locale), now);
        transaction.executeWithoutResult(begun -> store.keep(wish));
        return new Answer.Noted(product.sku(), phone, now.plus(KEPT));
    }
}
