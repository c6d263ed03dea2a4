package io.agizo.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTests {

    private static final Currency KES = Currency.getInstance("KES");

    @Test
    void isWrittenWithTheCurrencysOwnDecimals() {
        assertThat(money("1250", KES).plain()).isEqualTo("1250.00");
        assertThat(money("1E+3", KES).plain()).isEqualTo("1000.00");
        assertThat(money("12.500", KES).plain()).isEqualTo("12.50");
        assertThat(money("1250", Currency.getInstance("UGX")).plain()).isEqualTo("1250");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "0.001", "100000000000", "1e999999999", "1e-999999999", "99999999999.999"})
    void refusesWhatNoPriceCanBe(String amount) {
        assertThatThrownBy(() -> money(amount, KES)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void refusesFractionsOfACurrencyThatHasNone() {
        assertThatThrownBy(() -> money("0.5", Currency.getInstance("UGX")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("0 decimals");
    }

    @Property
    void timesIsRepeatedPlus(
            @ForAll @BigRange(min = "0", max = "10000") @Scale(2) BigDecimal amount,
            @ForAll @IntRange(max = 50) int quantity) {
        Money one = new Money(amount, KES);
        Money sum = Money.zero(KES);
        for (int i = 0; i < quantity; i++) {
            sum = sum.plus(one);
        }
        assertThat(one.times(quantity)).isEqualTo(sum);
    }

    private static Money money(String amount, Currency currency) {
        return new Money(new BigDecimal(amount), currency);
    }
}
