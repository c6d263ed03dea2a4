package io.agizo.orders;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.agizo.api.Versioned;
import io.agizo.customers.CustomerCode;
import io.agizo.customers.CustomerView;
import io.agizo.shared.Money;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Sku;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An order with all that happened to it, as the contract shows it. */
public record OrderView(
        @JsonIgnore OrderId id,
        OrderNumber number,
        OrderStatus status,
        @Nullable Customer customer,
        @Nullable Buyer buyer,
        List<Line> lines,
        Money total,
        String currency,
        Instant time,
        String placedBy,
        String note,
        @Nullable String reference,
        List<Event> timeline,
        List<OrderMessage> messages,
        @JsonIgnore int version)
        implements Versioned {

    OrderView withMessages(List<OrderMessage> about) {
        return with(customer, about);
    }

    OrderView orderedBy(CustomerView found) {
        return with(Customer.of(found), messages);
    }

    /** The order as it would be with these lines. */
    OrderView holding(List<Line> others, Money sum) {
        return new OrderView(
                id, number, status, customer, buyer, others, sum, currency, time, placedBy, note, reference, timeline,
                messages, version);
    }

    private OrderView with(@Nullable Customer whose, List<OrderMessage> about) {
        return new OrderView(
                id, number, status, whose, buyer, lines, total, currency, time, placedBy, note, reference, timeline,
                about, version);
    }

    /** Whose order it is; name and phone are null once the customer is erased. */
    public record Customer(
            CustomerCode code,
            @Nullable String name,
            @Nullable PhoneNumber phone,
            boolean deleted) {

        static Customer of(CustomerView customer) {
            return new Customer(customer.code(), customer.name(), customer.phone(), customer.erased());
        }
    }

    /**
     * How whoever ordered introduced themselves, which may be other than what is on record of the customer who has that
     * number; null where the customer was named by code, and once they are erased.
     */
    public record Buyer(String name, @Nullable PhoneNumber phone) {}

    /**
     * So many units of something.
     *
     * @param amount the price of one unit
     * @param fulfilled how many units have been handed over
     * @param returned how many of those have come back
     */
    public record Line(
            int lineNumber,
            @Nullable Sku sku,
            String item,
            int quantity,
            Money amount,
            Money total,
            int fulfilled,
            int returned) {

        private static final int IN_BRIEF = 2;

        static Line of(int lineNumber, @Nullable Sku sku, String item, int quantity, Money amount) {
            return new Line(lineNumber, sku, item, quantity, amount, amount.times(quantity), 0, 0);
        }

        /** The first two, as in {@code 2 × Kericho tea 500 g, 1 × Gift wrap, +3}. */
        public static String inBrief(List<Line> lines) {
            String first = lines.stream()
                    .limit(IN_BRIEF)
                    .map(line -> line.quantity() + " × " + line.item())
                    .collect(Collectors.joining(", "));
            return lines.size() > IN_BRIEF ? first + ", +" + (lines.size() - IN_BRIEF) : first;
        }

        Line called(String name) {
            return new Line(lineNumber, sku, name, quantity, amount, total, fulfilled, returned);
        }

        Line handedOver() {
            return new Line(lineNumber, sku, item, quantity, amount, total, quantity, returned);
        }
    }

    /** One step of the order's life. */
    public record Event(
            Instant at, String by, String event, @Nullable String detail) {

        /** The only event that changes nothing of the order; its detail is what was printed. */
        public static final String PRINTED = "printed";

        Event signedAs(String shown) {
            return shown.equals(by) ? this : new Event(at, shown, event, detail);
        }
    }
}
