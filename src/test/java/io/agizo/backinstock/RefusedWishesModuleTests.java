package io.agizo.backinstock;

import static io.agizo.catalog.ProductFixtures.added;
import static io.agizo.catalog.ProductFixtures.details;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.backinstock.AskToBeTold.Answer;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import io.agizo.shared.Sku;
import io.agizo.shared.TooMany;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who asks to be told when a product is back, and is not. */
class RefusedWishesModuleTests extends SoldOutProduct {

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
