package io.agizo.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.ModuleContext;
import io.agizo.TestDatabase;
import io.agizo.Together;
import io.agizo.WatchedDatabase;
import io.agizo.catalog.PriceList;
import io.agizo.inventory.Stock;
import io.agizo.shared.Ids;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import io.agizo.shared.Sku;
import io.agizo.shared.Stale;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FillingCartsModuleTests {

    private static final Sku TEA = new Sku("TEA");

    private final WatchedDatabase database = new WatchedDatabase(TestDatabase.fresh());

    @AutoClose
    private final ModuleContext shop = ModuleContext.on(database, Carts.class, PriceList.class, Stock.class);

    private final Carts carts = shop.get(Carts.class);
    private final CartId cart = carts.open().id();

    @BeforeEach
    void openShop() {
        stock("TEA", 5);
    }

    @Test
    void hasOneLineForEachProduct() {
        carts.put(cart, TEA, 2, null);
        stock("SALT", 1);
        carts.put(cart, new Sku("SALT"), 1, null);

        CartView filled = carts.put(cart, TEA, 3, null);

        assertThat(filled.lines()).extracting(CartView.Line::sku).containsExactly(TEA, new Sku("SALT"));
        assertThat(filled.lines().getFirst().total().plain()).isEqualTo("1350.00");
        assertThat(filled.lines().getFirst().available()).isEqualTo(5);
        assertThat(filled.total().plain()).isEqualTo("1800.00");
        assertThat(carts.show(cart)).isEqualTo(filled);
        assertThat(carts.remove(cart, TEA, null).lines()).hasSize(1);
        assertThat(carts.show(cart).total().plain()).isEqualTo("450.00");
    }

    @Test
    void addsToWhatIsThereAndTellsThePriceBefore() {
        carts.put(cart, TEA, 2, null);

        assertThat(carts.add(cart, TEA, 3).lines().getFirst().quantity()).isEqualTo(5);
        assertThatThrownBy(() -> carts.add(cart, TEA, Cart.MOST_UNITS)).isInstanceOf(InvalidInput.class);
        assertThat(carts.show(cart).lines().getFirst().priceBefore()).isNull();
        shop.sql().sql("update product set price = 500 where sku = 'TEA'").update();

        CartView.Line line = carts.show(cart).lines().getFirst();

        assertThat(line.price().plain()).isEqualTo("500.00");
        assertThat(line.priceBefore().plain()).isEqualTo("450.00");
        assertThat(carts.show(cart).lines().getFirst().priceBefore()).isNull();
    }

    @Test
    void takesManyAtOnceInTheirOrderAndSaysWhatIsLeft() {
        stock("SALT", 1);
        Map<Sku, Integer> wanted = new LinkedHashMap<>();
        wanted.put(TEA, 4);
        wanted.put(new Sku("GONE"), 1);
        wanted.put(new Sku("SALT"), 2);
        carts.put(cart, TEA, 9, null);

        Carts.Filled filled = carts.fill(cart, wanted);

        assertThat(filled.left()).containsExactly(new Sku("GONE"));
        assertThat(filled.cart().lines())
                .extracting(line -> line.sku() + " " + line.quantity())
                .containsExactly("TEA 9", "SALT 2");
        assertThat(carts.show(cart)).isEqualTo(filled.cart());
    }

    @Test
    void holdsNoMoreThanItCanHoweverMuchItIsFilledWith() {
        Map<Sku, Integer> wanted = new LinkedHashMap<>();
        IntStream.rangeClosed(0, Cart.MOST_LINES).forEach(i -> {
            stock("FILL-" + i, 1);
            wanted.put(new Sku("FILL-" + i), 1);
        });

        Carts.Filled filled = carts.fill(null, wanted);

        assertThat(filled.cart().lines()).hasSize(Cart.MOST_LINES);
        assertThat(filled.left()).containsExactly(new Sku("FILL-" + Cart.MOST_LINES));
        assertThat(carts.show(filled.cart().id()).lines())
                .extracting(CartView.Line::sku)
                .containsExactlyElementsOf(List.copyOf(wanted.keySet()).subList(0, Cart.MOST_LINES));
    }

    @Test
    void isMadeToFitWhatThereIs() {
        stock("SALT", 1);
        stock("GONE", 5);
        carts.put(cart, TEA, 9, null);
        carts.put(cart, new Sku("SALT"), 1, null);
        carts.put(cart, new Sku("GONE"), 1, null);
        shop.sql().sql("update product set visible = false where sku = 'GONE'").update();

        CartView fitting = carts.fit(cart);

        assertThat(fitting.lines())
                .extracting(line -> line.sku() + " " + line.quantity())
                .containsExactly("TEA 5", "SALT 1");
        assertThat(carts.show(cart)).isEqualTo(fitting);
    }

    @Test
    void losesNoLineWhenManyArePutInAtOnce() {
        IntStream.range(0, 8).forEach(i -> stock("SKU-" + i, 1));

        Together.run(IntStream.range(0, 16)
                .<Callable<CartView>>mapToObj(i -> () -> carts.put(cart, new Sku("SKU-" + i % 8), 1, null))
                .toList());

        assertThat(carts.show(cart).lines()).hasSize(8);
        assertThat(carts.show(cart).version()).isEqualTo(9);
    }

    @Test
    void refusesAChangeMadeForAnotherVersion() {
        int read = carts.show(cart).version();
        carts.put(cart, TEA, 1, read);

        assertThatThrownBy(() -> carts.put(cart, TEA, 2, read)).isInstanceOf(Stale.class);
        assertThatThrownBy(() -> carts.remove(cart, TEA, read)).isInstanceOf(Stale.class);
    }

    @Test
    void takesInNothingThatIsNotForSale() {
        stock("SECRET", 1);
        shop.sql()
                .sql("update product set visible = false where sku = 'SECRET'")
                .update();

        assertThatThrownBy(() -> carts.put(cart, new Sku("SECRET"), 1, null)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> carts.put(cart, new Sku("NONE"), 1, null)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> carts.remove(cart, TEA, null)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> carts.show(new CartId("AAAAAAAAAAAAAAAAAAAAAAAA")))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void refusesALineTooManyAndMoneyTooMuch() {
        IntStream.range(0, Cart.MOST_LINES).forEach(i -> {
            stock("P-" + i, 1);
            carts.put(cart, new Sku("P-" + i), 1, null);
        });
        assertThatThrownBy(() -> carts.put(cart, TEA, 1, null)).isInstanceOf(InvalidInput.class);

        shop.sql()
                .sql("update product set price = 99999999999 where sku in ('TEA', 'P-0')")
                .update();
        assertThatThrownBy(() -> carts.put(cart, new Sku("P-0"), 2, null)).isInstanceOf(InvalidInput.class);
        assertThat(carts.show(cart).lines().getFirst().quantity()).isOne();
        shop.sql().sql("update product set price = 99999999999").update();
        assertThat(carts.show(cart).total()).isNull();
    }

    @Test
    void writesAReadDownOnlyIfSomethingElseIsShown() {
        carts.put(cart, TEA, 2, null);
        String shown = stored();
        carts.show(cart);
        assertThat(stored()).isEqualTo(shown);

        shop.sql().sql("update stock_level set on_hand = 4").update();
        assertThat(carts.show(cart).lines().getFirst().available()).isEqualTo(4);
        assertThat(stored()).isEqualTo(shown);

        shop.sql().sql("update stock_level set on_hand = 1").update();
        carts.show(cart);
        assertThat(stored()).isNotEqualTo(shown);
    }

    @Test
    void asksAsMuchForALongCartAsForAShortOne() {
        carts.put(cart, TEA, 2, null);
        int one = database.statementsOf(() -> carts.show(cart));
        IntStream.range(0, 8).forEach(i -> {
            stock("SKU-" + i, 1);
            carts.put(cart, new Sku("SKU-" + i), 1, null);
        });

        assertThat(database.statementsOf(() -> carts.show(cart))).isEqualTo(one);
    }

    @Test
    void forgetsCartsThatNobodyHasTouchedForLong() {
        carts.put(cart, TEA, 1, null);
        CartId kept = carts.open().id();
        shop.sql()
                .sql("update cart set expires_at = now() - interval '1 second' where id = ?")
                .param(cart.hash())
                .update();
        assertThatThrownBy(() -> carts.show(cart)).isInstanceOf(NotFound.class);

        shop.get(ForgetCarts.class).forgetOld();

        assertThat(count("cart")).isOne();
        assertThat(count("cart_line")).isZero();
        assertThat(carts.show(kept).lines()).isEmpty();
    }

    @Test
    void keepsFor30DaysACartThatIsLookedAt() {
        shop.sql().sql("update cart set expires_at = now() + interval '2 days'").update();

        carts.show(cart);

        assertThat(count("cart where expires_at between now() + interval '29 days' and now() + interval '30 days'"))
                .isOne();
    }

    @Test
    void keepsNoSecret() {
        assertThat(stored()).doesNotContain(cart.secret());
        assertThat(cart.toString()).doesNotContain(cart.secret());
    }

    private long count(String from) {
        return shop.sql().sql("select count(*) from " + from).query(Long.class).single();
    }

    /** The cart and its lines as they are stored, with the transactions that wrote them. */
    private String stored() {
        return shop.sql().sql("""
                        select cart.xmin || cart::text
                               || coalesce((select string_agg(l.xmin || l::text, ' ') from cart_line l), '')
                          from cart
                        """).query(String.class).single();
    }

    private void stock(String sku, int units) {
        UUID product = Ids.next();
        shop.sql().sql("""
                insert into product (id, sku, name, description, price, visible, version, created_at)
                values (?, ?, ?, '', 450, true, 1, now())
                """).params(product, sku, "The " + sku).update();
        shop.sql()
                .sql("insert into stock_level values (?, ?, 0)")
                .params(product, units)
                .update();
    }
}
