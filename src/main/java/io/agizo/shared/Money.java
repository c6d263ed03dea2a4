package io.agizo.shared;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** An amount of money, zero or more, in a currency and with that currency's own number of fraction digits. */
public record Money(BigDecimal amount, Currency currency) {

    /** The largest price or total a shop may write: well inside the database's {@code numeric(19,4)}. */
    private static final BigDecimal LARGEST = new BigDecimal("99999999999.99");

    public Money {
        int digits = currency.getDefaultFractionDigits();
        if (amount.signum() < 0) {
            throw new InvalidInput("must not be negative");
        }
        // Compared by magnitude first: setting the scale of 1E+999999999 would need that many digits of memory.
        if (amount.precision() - (long) amount.scale() > LARGEST.precision() - (long) LARGEST.scale()
                || amount.compareTo(LARGEST) > 0) {
            throw new InvalidInput("must be at most " + LARGEST.toPlainString());
        }
        if (amount.scale() > digits && amount.stripTrailingZeros().scale() > digits) {
            throw new InvalidInput("has more than the " + digits + " decimals of " + currency);
        }
        amount = amount.setScale(digits, RoundingMode.UNNECESSARY);
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    public Money plus(Money other) {
        return new Money(amount.add(other.amount), currency);
    }

    public Money times(int quantity) {
        return new Money(amount.multiply(BigDecimal.valueOf(quantity)), currency);
    }

    /** The decimal string of the contract, such as {@code 1250.00}. */
    @JsonValue
    public String plain() {
        return amount.toPlainString();
    }
}
