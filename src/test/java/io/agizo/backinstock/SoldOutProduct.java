package io.agizo.backinstock;

import static io.agizo.catalog.ProductFixtures.added;
import static io.agizo.catalog.ProductFixtures.details;

import io.agizo.Callers;
import io.agizo.ModuleContext;
import io.agizo.TestDatabase;
import io.agizo.backinstock.AskToBeTold.Answer;
import io.agizo.catalog.ProductNames;
import io.agizo.catalog.Products;
import io.agizo.identity.PublicAddress;
import io.agizo.inventory.AdjustStock;
import io.agizo.inventory.StockAdjustment;
import io.agizo.notifications.NumberOptedOut;
import io.agizo.notifications.OptOuts;
import io.agizo.notifications.SettableClock;
import io.agizo.notifications.TextFixtures;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Sku;
import io.agizo.texting.TextsForStrangers;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** A shop in which tea is sold out, for tests of who waits for it. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class SoldOutProduct {

    static final Sku TEA = new Sku("TEA-500");
    static final PhoneNumber AMINA = new PhoneNumber("+254711000001");
    static final Locale SWAHILI = Locale.of("sw");

    final DataSource database = TestDatabase.fresh();
    final ModuleContext shop = ModuleContext.on(database, Products.class, AdjustStock.class);
    final Products products = shop.get(Products.class);
    final WishStore store = new WishStore(shop.sql());
    final WishesOfPerson personal = new WishesOfPerson(store, shop.get(ProductNames.class));
    SettableClock clock = new SettableClock();
    AskToBeTold wishes = wishes();

    OptOuts optOuts() {
        ApplicationEventPublisher events = event -> personal.forget((NumberOptedOut) event);
        return TextFixtures.optOuts(shop.sql(), events, clock);
    }

    AskToBeTold wishes() {
        return new AskToBeTold(
                products,
                store,
                optOuts(),
                shop.get(TextsForStrangers.class),
                shop.transaction(),
                ModuleContext.SHOP,
                clock);
    }

    TellWhoAsked telling(Clock time) {
        return new TellWhoAsked(
                store,
                shop.get(ProductNames.class),
                products,
                TextFixtures.askedFor(shop.sql(), time),
                shop.get(PublicAddress.class),
                shop.get(TransactionTemplate.class),
                time);
    }

    @BeforeEach
    void sellOut() {
        shop.sql().sql("""
                truncate product, stock_level, stock_movement, product_availability, product_barcode, stock_wish,
                         wished_product, message, opt_out, heard_text, text_share
                """).update();
        clock = new SettableClock();
        wishes = wishes();
        added(shop, details("TEA-500", "Kericho tea 500 g", "450.00", "Groceries", true, 0));
    }

    @AfterAll
    void close() {
        shop.close();
    }

    Answer ask(String phone) {
        return wishes.ask(TEA, phone, Locale.ENGLISH, phone);
    }

    void deliver(int units) {
        shop.get(AdjustStock.class).adjust(Callers.shopkeeper(), TEA, new StockAdjustment(units, "delivery"));
    }

    void tell() {
        while (telling(clock).tellOfNext()) {
            // The next product.
        }
    }

    List<String> told() {
        return shop.sql()
                .sql("select phone from message order by id")
                .query(String.class)
                .list();
    }

    long waiting() {
        return shop.sql()
                .sql("select count(*) from stock_wish")
                .query(Long.class)
                .single();
    }

    static String number(int i) {
        return "+2547110%05d".formatted(i);
    }
}
