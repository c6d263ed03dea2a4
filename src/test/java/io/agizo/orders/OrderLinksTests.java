package io.agizo.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.identity.PublicAddresses;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** What opens the page of an order. */
class OrderLinksTests {

    private static final OrderNumber NUMBER = new OrderNumber("A7K2-9QX");

    private final OrderLinks links = OrderFixtures.LINKS;

    @Test
    void leadToThePageOfTheOrder() {
        OrderSecret secret = links.of(NUMBER);

        assertThat(links.address(NUMBER)).isEqualTo("https://duka.example/orders/" + secret.value());
        assertThat(secret.value()).matches("[A-Za-z0-9_-]{16}A7K29QX");
        assertThat(links.opened(secret)).contains(NUMBER);
    }

    @Property(tries = 500)
    void openTheirOrderOnly(
            @ForAll long seed,
            @ForAll @IntRange(max = 22) int at,
            @ForAll @CharRange(from = '-', to = 'z') char letter) {
        OrderNumber number = OrderNumber.draw(new Random(seed));
        String secret = links.of(number).value();
        String other = secret.substring(0, at) + letter + secret.substring(at + 1);

        assertThat(links.opened(new OrderSecret(secret))).contains(number);
        assertThat(links.opened(new OrderSecret(other)).isPresent()).isEqualTo(other.equals(secret));
    }

    @Property(tries = 500)
    void cannotBeMadeUp(@ForAll @StringLength(max = 40) String anything) {
        assertThat(links.opened(new OrderSecret(anything))).isEmpty();
        assertThat(links.opened(new OrderSecret("A".repeat(16) + anything))).isEmpty();
    }

    @Test
    void differFromShopToShop() {
        byte[] key = new byte[32];
        key[0] = 1;
        OrderLinks other = new OrderLinks(key, PublicAddresses.of("https://duka.example"));

        assertThat(links.opened(other.of(NUMBER))).isEmpty();
    }

    @Test
    void stayOutOfLogs() {
        assertThat(links.of(NUMBER).toString()).doesNotContain(links.of(NUMBER).value());
    }
}
