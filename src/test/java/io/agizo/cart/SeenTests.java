package io.agizo.cart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.agizo.shared.Money;
import io.agizo.shared.Sku;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page says that it showed of a cart, which anybody can make up. */
class SeenTests {

    private static final Currency KES = Currency.getInstance("KES");

    private final Seen tea = new Seen(new Sku("TEA-500"), 2, new Money(new BigDecimal("450"), KES));
    private final Seen gone = new Seen(new Sku("SALT"), 1, null);

    @Test
    void isReadAsItWasWritten() {
        String written = Seen.of(List.of(tea, gone).stream());

        assertThat(written).isEqualTo("TEA-500 2 450.00,SALT 1 -");
        assertThat(Seen.read(written, KES)).containsEntry(tea.sku(), tea).containsEntry(gone.sku(), gone);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",,,",
                "TEA-500",
                "TEA-500 2",
                "TEA-500 two 450.00",
                "TEA-500 99999999999 450.00",
                "TEA-500 2 -450",
                "TEA-500 2 1E999999999",
                "TEA-500 2 1E-999999999",
                "<b> 2 450.00",
                "TEA-500 2 450.00 5"
            })
    void isLeftOutWhereNobodyCanReadIt(String madeUp) {
        assertThat(Seen.read(madeUp, KES)).isEmpty();
        assertThat(Seen.read(madeUp + ",SALT 1 -", KES)).containsOnlyKeys(gone.sku());
    }

    @Property(tries = 500)
    void neverFails(@ForAll @StringLength(max = 200) String madeUp) {
        assertThatCode(() -> Seen.read(madeUp, KES)).doesNotThrowAnyException();
    }
}
