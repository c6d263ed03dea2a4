package io.agizo.backinstock;

import io.agizo.catalog.ProductId;
import io.agizo.catalog.ProductNames;
import io.agizo.catalog.ProductView;
import io.agizo.catalog.Products;
import io.agizo.identity.Caller;
import io.agizo.identity.PublicAddress;
import io.agizo.notifications.AskedForTexts;
import io.agizo.notifications.AskedForTexts.Reader;
import io.agizo.shared.Sku;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.util.UriUtils;

/**
 * Texts those who asked once their product can be had again. For each unit that is there three people are told, those who
 * asked first; an hour later the next, if something is left. So few come in vain, and no unit waits long for a buyer. Nobody
 * is told at night, when it may be gone by the morning.
 *
 * <p>A wish goes in the transaction that queues its text, so whenever a replica dies each is told once.
 */
@Component
class TellWhoAsked {

    static final int TOLD_FOR_EACH_UNIT = 3;

    static final Duration PAUSE = Duration.ofHours(1);

    private static final Duration SOLD_MEANWHILE = Duration.ofMinutes(1);

    /** A transaction of a few hundred milliseconds, and no more texts at once than would keep others waiting for long. */
    static final int MOST_AT_ONCE = 500;

    /** Short enough never to be in anyone's way. */
    private static final int CHUNK = 1_000;

    private final WishStore store;
    private final ProductNames names;
    private final Products products;
    private final AskedForTexts texts;
    private final PublicAddress address;
    private final TransactionOperations transaction;
    private final Clock clock;

    TellWhoAsked(
            WishStore store,
            ProductNames names,
            Products products,
            AskedForTexts texts,
            PublicAddress address,
            TransactionOperations transaction,
            Clock clock) {
        this.store = store;
        this.names = names;
        this.products = products;
        this.texts = texts;
        this.address = address;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Looks after one product, and tells whether there was one. */
    boolean tellOfNext() {
        return texts.goOutNow() && Objects.requireNonNull(transaction.execute(begun -> tellOfOne(clock.instant())));
    }

    private boolean tellOfOne(Instant now) {
        Optional<ProductId> back = store.holdOneThatIsBack(now);
        back.ifPresent(product -> {
            Optional<ProductView> view = shown(product);
            view.ifPresent(there -> tell(product, there));
            store.putOff(product, now.plus(view.isPresent() ? PAUSE : SOLD_MEANWHILE));
        });
        return back.isPresent();
    }

    /** As shoppers see it at this moment, if they do and can have it. */
    private Optional<ProductView> shown(ProductId product) {
        List<Sku> sku = List.copyOf(names.skus(List.of(product)).values());
        return products.bySku(Caller.anyone(), sku).values().stream()
                .filter(view -> view.id().equals(product) && view.stock().available() > 0)
                .findAny();
    }

    private void tell(ProductId product, ProductView view) {
        long wanted = (long) TOLD_FOR_EACH_UNIT * view.stock().available();
        List<TellMe> first = store.takeFirst(product, (int) Math.min(wanted, MOST_AT_ONCE));
        String link = address.url() + "/products/"
                + UriUtils.encodePathSegment(view.sku().value(), StandardCharsets.UTF_8);
        first.stream()
                .map(wish -> new Reader(wish.phone(), wish.language()))
                .collect(Collectors.groupingBy(Reader::language))
                .forEach((language, readers) -> texts.tellBackInStock(view.nameIn(language), link, readers));
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT8M")
    void forgetOld() {
        int gone;
        do {
            gone = store.deleteOlder(clock.instant().minus(AskToBeTold.KEPT), CHUNK);
        } while (gone == CHUNK);
    }
}
