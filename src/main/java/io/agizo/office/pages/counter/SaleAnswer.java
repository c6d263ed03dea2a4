package io.agizo.office.pages.counter;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.agizo.orders.OrderRefused;
import io.agizo.orders.OrderRefused.AlreadyPlaced;
import io.agizo.orders.OrderRefused.CartRefused;
import io.agizo.orders.OrderRefused.DeskFull;
import io.agizo.orders.OrderRefused.OutOfStock;
import io.agizo.orders.OrderRefused.PriceChanged;
import io.agizo.orders.OrderRefused.TotalTooLarge;
import io.agizo.orders.OrderRefused.Unconfirmed;
import io.agizo.orders.OrderRefused.UnknownCustomer;
import io.agizo.orders.OrderRefused.UnknownProduct;
import io.agizo.orders.SaleOutcome;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the till is told of a sale: the number of its order, or why there is none and what could be done.
 *
 * @param refused in one word; null if it is in the books
 * @param line the product's line, from 0, that stands in the way
 * @param available how many of it are left
 * @param price what it costs
 * @param field the field that is no good
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SaleAnswer(
        int status,
        @Nullable String number,
        @Nullable Boolean again,
        @Nullable String refused,
        @Nullable Integer line,
        @Nullable Integer available,
        @Nullable Money price,
        @Nullable String field,
        @Nullable String message) {

    static SaleAnswer of(SaleOutcome outcome) {
        return switch (outcome) {
            case SaleOutcome.Booked sale ->
                new SaleAnswer(
                        sale.again() ? 200 : 201,
                        sale.number().toString(),
                        sale.again(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
            case SaleOutcome.OtherSeller sale -> refused(409, "other-seller");
            case SaleOutcome.KeyReused sale -> refused(409, "key-reused");
            case SaleOutcome.Refused(OrderRefused why) -> of(why);
        };
    }

    static SaleAnswer of(InvalidInput invalid) {
        InvalidInput.Fault first = invalid.faults().getFirst();
        return new SaleAnswer(
                422, null, null, "invalid", null, null, null, first.pointer().replace("/", ""), first.message());
    }

    private static SaleAnswer of(OrderRefused why) {
        return switch (why) {
            case OutOfStock(int line, var sku, int wanted, int available) ->
                new SaleAnswer(409, null, null, "out-of-stock", line, available, null, null, null);
            case PriceChanged(int line, var sku, var shown, Money price) ->
                new SaleAnswer(409, null, null, "price-changed", line, null, price, null, null);
            case UnknownProduct(int line, var sku) ->
                new SaleAnswer(422, null, null, "unknown-product", line, null, null, null, null);
            case UnknownCustomer customer -> refused(422, "unknown-customer");
            case TotalTooLarge total -> refused(422, "too-large");
            case DeskFull full -> refused(503, "busy");
            case Unconfirmed unconfirmed -> refused(503, "unconfirmed");
            case AlreadyPlaced placed -> throw unexpected(placed);
            case CartRefused cart -> throw unexpected(cart);
        };
    }

    static SaleAnswer refused(int status, String why) {
        return new SaleAnswer(status, null, null, why, null, null, null, null, null);
    }

    private static IllegalArgumentException unexpected(OrderRefused why) {
        return new IllegalArgumentException("a sale met " + why);
    }
}
