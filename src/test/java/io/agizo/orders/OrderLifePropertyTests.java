package io.agizo.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever is asked of orders, in whatever order, the books agree with each other. */
class OrderLifePropertyTests {

    private static final ShopFloor SHOP = ShopFloor.open();

    static {
        SHOP.knowCustomer("C-001", "+254711000001");
        RandomClerk.stock(SHOP, 30);
    }

    @AfterContainer
    static void close() {
        SHOP.close();
    }

    @Property(tries = 40)
    void levelsAreWhatTheLedgerAndTheOpenOrdersSay(@ForAll long seed) {
        RandomClerk clerk = new RandomClerk(SHOP, new ArrayList<>(), new Random(seed));
        for (int i = 0; i < 25; i++) {
            clerk.act();
            assertThat(SHOP.productsOffTheLedger()).isZero();
            assertThat(SHOP.productsOffTheOpenOrders()).isZero();
            assertThat(SHOP.productsOffTheBooks()).isZero();
        }
        assertThat(SHOP.stepsOffTheTexts()).isZero();
    }
}
