package io.agizo.orders;

import static io.agizo.orders.OrderFixtures.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.Together;
import io.agizo.inventory.ReadLedger;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * Many clerks do everything that can be done to orders, all at once, mostly to the same ones.
 *
 * <p>They do some hundreds of things. For more, say how many: {@code ./mvnw test -Dtest=BusyShopModuleTests
 * -Dbusy.operations=20000}, which takes some minutes.
 */
class BusyShopModuleTests {

    private static final int OPERATIONS = Integer.getInteger("busy.operations", 600);
    private static final int CLERKS = 6;

    @AutoClose
    private final ShopFloor shop = ShopFloor.open();

    @Test
    void keepsItsBooksWhateverHappensAtOnce() {
        shop.knowCustomer("C-001", "+254711000001");
        RandomClerk.stock(shop, 200);
        List<OrderNumber> orders = new CopyOnWriteArrayList<>();

        int done = Together.run(IntStream.range(0, CLERKS)
                        .mapToObj(seed -> work(new RandomClerk(shop, orders, new Random(seed))))
                        .toList())
                .stream()
                .mapToInt(Integer::intValue)
                .sum();

        assertThat(done).isGreaterThan(OPERATIONS / 5);
        assertThat(shop.get(ReadLedger.class).audit(CLERK).differences()).isEmpty();
        assertThat(shop.productsOffTheOpenOrders()).isZero();
        assertThat(shop.count("stock_level where reserved < 0 or reserved > on_hand"))
                .isZero();
        assertThat(shop.stepsOffTheTexts()).isZero();
    }

    private static Callable<Integer> work(RandomClerk clerk) {
        return () -> (int)
                IntStream.range(0, OPERATIONS / CLERKS).filter(i -> clerk.act()).count();
    }
}
