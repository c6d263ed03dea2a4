package io.agizo.backinstock;

import static io.agizo.catalog.ProductFixtures.added;
import static io.agizo.catalog.ProductFixtures.details;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.Callers;
import io.agizo.ModuleContext;
import io.agizo.TestDatabase;
import io.agizo.Together;
import io.agizo.backinstock.AskToBeTold.Answer;
import io.agizo.catalog.ProductNames;
import io.agizo.catalog.Products;
import io.agizo.customers.CustomerErased;
import io.agizo.customers.CustomerId;
import io.agizo.identity.PublicAddress;
import io.agizo.inventory.AdjustStock;
import io.agizo.inventory.StockAdjustment;
import io.agizo.notifications.NumberGivenUp;
import io.agizo.notifications.NumberOptedOut;
import io.agizo.notifications.OptOuts;
import io.agizo.notifications.SettableClock;
import io.agizo.notifications.TextFixtures;
import io.agizo.shared.Ids;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Sku;
import io.agizo.shared.TooMany;
import io.agizo.texting.TextsForStrangers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Who asked to be told when a product is back, and who is. */
@TestInstance(Lifecycle.PER_CLASS)
class ToldWhenBackModuleTests {

    private static final Sku TEA = new Sku("TEA-500");
    private static final PhoneNumber AMINA = new PhoneNumber("+254711000001");
    private static final Locale SWAHILI = Locale.of("sw");

    private final DataSource database = TestDatabase.fresh();
    private final ModuleContext shop = ModuleContext.on(database, Products.class, AdjustStock.class);
    private final Products products = shop.get(Products.class);
    private final WishStore store = new WishStore(shop.sql());
    private final WishesOfPerson personal = new WishesOfPerson(store, shop.get(ProductNames.class));
    private SettableClock clock = new SettableClock();
    private AskToBeTold wishes = wishes();

    private OptOuts optOuts() {
        ApplicationEventPublisher events = event -> personal.forget((NumberOptedOut) event);
        return TextFixtures.optOuts(shop.sql(), events, clock);
    }

    private AskToBeTold wishes() {
        return new AskToBeTold(
                products,
                store,
                optOuts(),
                shop.get(TextsForStrangers.class),
                shop.transaction(),
                ModuleContext.SHOP,
                clock);
    }

    private TellWhoAsked telling(Clock time) {
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

    private Answer ask(String phone) {
        return wishes.ask(TEA, phone, Locale.ENGLISH, phone);
    }

    private void deliver(int units) {
        shop.get(AdjustStock.class).adjust(Callers.shopkeeper(), TEA, new StockAdjustment(units, "delivery"));
    }

    private void tell() {
        while (telling(clock).tellOfNext()) {
            // The next product.
        }
    }

    private List<String> told() {
        return shop.sql()
                .sql("select phone from message order by id")
                .query(String.class)
                .list();
    }

    private long waiting() {
        return shop.sql()
                .sql("select count(*) from stock_wish")
                .query(Long.class)
                .single();
    }

    private static String number(int i) {
        return "+2547110%05d".formatted(i);
    }

    @Test
    void areTextedOnceInTheirLanguageAndForgotten() {
        assertThat(wishes.ask(TEA, "0711 000 001", SWAHILI, "10.0.0.1"))
                .isEqualTo(new Answer.Noted(TEA, AMINA, clock.instant().plus(Duration.ofDays(90))));
        ask("0711000002");
        tell();
        assertThat(told()).as("while it is sold out").isEmpty();

        deliver(10);
        tell();
        deliver(10);
        clock.advance(Duration.ofHours(2));
        tell();

        assertThat(shop.sql()
                        .sql("select body from message order by id")
                        .query(String.class)
                        .list())
                .containsExactly(
                        "Mama Njeri: Kericho tea 500 g sasa ipo: https://duka.example/products/TEA-500 Uliomba tukujulishe."
                                + " Hutaki tena? Jibu ACHA.",
                        "Mama Njeri: Kericho tea 500 g is back: https://duka.example/products/TEA-500 You asked us to tell you."
                                + " No more? Answer STOP.");
        assertThat(waiting()).isZero();
        assertThat(shop.sql()
                        .sql("select count(*) from wished_product")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void areToldThreeForEachUnitInTheOrderOfAskingAndTheNextAnHourLater() {
        IntStream.range(0, 8).forEach(i -> ask(number(i)));
        deliver(1);

        tell();
        tell();
        assertThat(told()).containsExactlyInAnyOrder(number(0), number(1), number(2));

        clock.advance(Duration.ofMinutes(59));
        tell();
        assertThat(told()).hasSize(3);

        clock.advance(Duration.ofMinutes(1));
        tell();
        assertThat(told()).hasSize(6).contains(number(5)).doesNotContain(number(6));
    }

    @Test
    void areNotToldAtNightOfWhatMayBeGoneByTheMorning() {
        ask("0711000001");
        deliver(1);
        clock.advance(Duration.ofHours(6));

        tell();
        assertThat(told()).isEmpty();
        assertThat(waiting()).isEqualTo(1);

        clock.advance(Duration.ofHours(14));
        tell();
        assertThat(told()).containsExactly("+254711000001");
    }

    @Test
    void areToldOnceThoughManyReplicasLook() {
        IntStream.range(0, 60).forEach(i -> ask(number(i)));
        deliver(100);

        Together.run(8, () -> telling(clock).tellOfNext());

        assertThat(told()).hasSize(60).doesNotHaveDuplicates();
        assertThat(waiting()).isZero();
    }

    @Test
    void loseNothingWhenTheReplicaDiesBeforeItCommits() {
        ask("0711000001");
        deliver(1);

        shop.transaction().executeWithoutResult(dying -> {
            telling(clock).tellOfNext();
            assertThat(told()).hasSize(1);
            dying.setRollbackOnly();
        });
        assertThat(told()).isEmpty();

        tell();
        assertThat(told()).containsExactly("+254711000001");
    }

    @Test
    void waitWhileTheProductIsHiddenAndGoAfterNinetyDays() {
        ask("0711000001");
        products.change(
                Callers.shopkeeper(), TEA, null, tea -> details("TEA-500", tea.name(), "450.00", null, false, null));
        deliver(1);
        tell();
        assertThat(told()).isEmpty();

        clock.advance(Duration.ofDays(90).minusSeconds(1));
        telling(clock).forgetOld();
        assertThat(waiting()).isEqualTo(1);

        clock.advance(Duration.ofSeconds(2));
        telling(clock).forgetOld();
        assertThat(waiting()).isZero();
    }

    @Test
    void areForgottenWhenTheOwnerOfTheNumberSaysStopAndNotTakenAgainBeforeTheySayStart() {
        ask("0711000001");
        ask("0711000002");

        shop.transaction().executeWithoutResult(begun -> optOuts().stop(AMINA, "STOP", "1"));
        assertThat(ask("0711000001")).isEqualTo(new Answer.SaidStop(AMINA));
        deliver(1);
        tell();
        assertThat(told()).containsExactly("+254711000002");

        deliver(-1);
        shop.transaction().executeWithoutResult(begun -> optOuts().startAgain(AMINA, "2"));
        assertThat(ask("0711000001")).isInstanceOf(Answer.Noted.class);
    }

    @Test
    void areForgottenWithThePerson() {
        ask("0711000001");
        assertThat(personal.list(AMINA))
                .singleElement()
                .returns(TEA, WishesOfPerson.PersonalWish::sku)
                .returns("en", WishesOfPerson.PersonalWish::language);

        personal.forget(new CustomerErased(new CustomerId(Ids.next()), null));
        assertThat(waiting()).isEqualTo(1);
        personal.forget(new CustomerErased(new CustomerId(Ids.next()), AMINA));
        assertThat(waiting()).isZero();

        ask("0711000001");
        personal.forget(new NumberGivenUp(AMINA));
        assertThat(waiting()).isZero();

        ask("0711000001");
        personal.forget(AMINA);
        assertThat(personal.list(AMINA)).isEmpty();
    }

    @Test
    void countOnceHoweverOftenTheyAsk() {
        ask("0711000001");
        wishes.ask(TEA, "+254711000001", SWAHILI, "10.0.0.1");
        deliver(5);
        tell();

        assertThat(told()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Amina", "12345", "+447400123456", "+254900222111", "+870773111632", "0711000001 ext 5"})
    void areRefusedWhereTheShopTextsNobody(String phone) {
        assertThatThrownBy(() -> ask(phone))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.faults())
                                .allMatch(fault -> fault.pointer().equals("/phone")));
        assertThat(waiting()).isZero();
    }

    @Test
    void areRefusedWhereThereIsNothingToWaitFor() {
        deliver(1);
        assertThat(ask("0711000001")).isEqualTo(new Answer.InStock(TEA));

        added(shop, details("HIDDEN", "Hidden", "1.00", null, false, 0));
        assertThatThrownBy(() -> wishes.ask(new Sku("HIDDEN"), "0711000001", Locale.ENGLISH, "10.0.0.1"))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> wishes.ask(new Sku("NONE"), "0711000001", Locale.ENGLISH, "10.0.0.1"))
                .isInstanceOf(NotFound.class);
        assertThat(waiting()).isZero();
    }

    @Test
    void areLimitedForANetworkAndForANumber() {
        int kept = 0;
        for (int i = 0; i < 200; i++) {
            try {
                wishes.ask(TEA, number(i), Locale.ENGLISH, "10.9.9.9");
                kept++;
            } catch (TooMany refused) {
                assertThat(refused.waitSeconds()).isPositive();
            }
        }
        assertThat(kept).isEqualTo(120);

        assertThatThrownBy(() -> IntStream.range(0, 11)
                        .forEach(i -> wishes.ask(TEA, "0712000001", Locale.ENGLISH, "10.1.1." + i)))
                .isInstanceOf(TooMany.class);
    }
}
