package io.agizo.storefront;

import static io.agizo.signin.TwoReplicas.freshPhone;
import static io.agizo.storefront.Shopper.ordered;
import static io.agizo.storefront.Shopper.ordersOf;
import static io.agizo.storefront.Shopper.seen;
import static io.agizo.storefront.Shopper.stocked;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.Together;
import io.agizo.signin.TwoReplicas;
import io.agizo.signin.Visitor;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A cart becomes one order, whatever a shopper does. {@code -Ddoubles=100} does each of it so often, for the figure that we
 * publish; for every day a few times are enough.
 */
class DoubledOrdersJourneyTests {

    private static final int RUNS = Integer.getInteger("doubles", 3);

    /** How shops elsewhere came to have one order twice. */
    private enum Way {
        DOUBLE_PRESS {
            @Override
            Set<String> leadsTo(Shopper shopper, String phone) {
                String seen = seen(shopper.browser().get("/checkout"));
                return atOnce(() -> shopper.press("Amina", phone, seen), () -> shopper.press("Amina", phone, seen));
            }
        },
        BACK_AND_AGAIN {
            @Override
            Set<String> leadsTo(Shopper shopper, String phone) {
                String seen = seen(shopper.browser().get("/checkout"));
                String first = ordered(shopper.press("Amina", phone, seen));
                shopper.browser().get(first);
                return new HashSet<>(List.of(first, ordered(shopper.press("Amina", phone, seen))));
            }
        },
        TWO_TABS {
            @Override
            Set<String> leadsTo(Shopper shopper, String phone) {
                String one = seen(shopper.browser().get("/checkout"));
                String other = seen(shopper.browser().get("/checkout"));
                return atOnce(() -> shopper.press("Amina", phone, one), () -> shopper.press("Amina O.", phone, other));
            }
        },
        RELOAD {
            @Override
            Set<String> leadsTo(Shopper shopper, String phone) {
                String seen = seen(shopper.browser().get("/checkout"));
                String first = ordered(shopper.press("Amina", phone, seen));
                shopper.browser().get(first);
                shopper.browser().get(first);
                return new HashSet<>(List.of(first, ordered(shopper.browser().get("/checkout"))));
            }
        },
        LOST_ANSWER {
            @Override
            Set<String> leadsTo(Shopper shopper, String phone) {
                String seen = seen(shopper.browser().get("/checkout"));
                for (int millis = 1; millis <= 16; millis *= 2) {
                    shopper.browser()
                            .postAndHangUp(
                                    "/checkout",
                                    Duration.ofMillis(millis),
                                    "name",
                                    "Amina",
                                    "phone",
                                    phone,
                                    "seen",
                                    seen);
                }
                return Set.of(ordered(shopper.press("Amina", phone, seen)));
            }
        };

        /** Does what makes doubles elsewhere; gives the addresses of the orders that it comes to. */
        abstract Set<String> leadsTo(Shopper shopper, String phone);

        private static Set<String> atOnce(
                Callable<HttpResponse<String>> press, Callable<HttpResponse<String>> another) {
            Set<String> orders = new HashSet<>();
            Together.run(List.of(press, another)).forEach(answer -> orders.add(ordered(answer)));
            return orders;
        }
    }

    @ParameterizedTest
    @EnumSource
    void areNoneWhateverTheShopperDoes(Way way) {
        String sku = stocked(RUNS);

        List<Set<String>> orders = IntStream.range(0, RUNS)
                .mapToObj(run -> way.leadsTo(Shopper.withCart(sku, 1), freshPhone()))
                .toList();

        assertThat(orders).allSatisfy(each -> assertThat(each).hasSize(1));
        assertThat(new HashSet<>(orders)).hasSize(RUNS);
        assertThat(ordersOf(sku)).isEqualTo(RUNS);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void keepNobodyFromAnotherOrderAfterwards(Way way) {
        String sku = stocked(2);
        Shopper shopper = Shopper.withCart(sku, 1);
        Set<String> first = way.leadsTo(shopper, freshPhone());

        shopper.takeCart(sku, 1);
        HttpResponse<String> next = shopper.press("Baraka", freshPhone(), null);

        assertThat(first).doesNotContain(Visitor.location(next).orElseThrow());
        assertThat(ordersOf(sku)).isEqualTo(2);
        assertThat(TwoReplicas.visitor().get(ordered(next)).statusCode()).isEqualTo(200);
    }
}
