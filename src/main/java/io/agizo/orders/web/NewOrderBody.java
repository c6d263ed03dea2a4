package io.agizo.orders.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.agizo.customers.Contact;
import io.agizo.customers.CustomerCode;
import io.agizo.orders.NewOrderRequest;
import io.agizo.orders.NewOrderRequest.Buyer;
import io.agizo.orders.NewOrderRequest.Line;
import io.agizo.orders.OrderStatus;
import io.agizo.shared.CodeForm;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Money;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Shop;
import io.agizo.shared.Sku;
import io.agizo.shared.TextLanguage;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An order as programs send it: with lines, or in the short form of one item and its amount.
 *
 * @param customer a customer's code, or a name and a phone; nothing for a walk-in sale
 * @param reference the sender's own name for the order, under which it is placed once
 * @param fulfilled whether the customer has the goods already, as at a counter
 */
record NewOrderBody(
        @Schema(
                description = "A customer's code, or a name and a phone",
                oneOf = {String.class, BuyerBody.class})
        @Nullable @Valid BuyerBody customer,

        @Nullable @Size(min = 1, max = NewOrderRequest.MOST_LINES, message = "must hold 1 to {max} lines") List<@NotNull(message = "must be a line") @Valid LineBody> lines,

        @Nullable @Size(min = 1, max = NewOrderRequest.LONGEST_ITEM, message = "must be 1 to {max} characters long") String item,

        @Nullable BigDecimal amount,

        @Nullable @Min(value = 1, message = "must be at least 1") @Max(value = NewOrderRequest.MOST_UNITS, message = "must be at most {value}") Integer quantity,

        @Nullable Instant time,

        @Nullable @Size(max = NewOrderRequest.LONGEST_NOTE, message = "must be at most {max} characters long") String note,

        @Nullable @Size(min = 1, max = NewOrderRequest.LONGEST_REFERENCE, message = "must be 1 to {max} characters long") String reference,

        @Nullable Boolean fulfilled) {

    /** A customer's code, or how a customer without one introduces themselves. */
    record BuyerBody(
            @Nullable @Pattern(regexp = CodeForm.PATTERN, message = CodeForm.RULE) String code,

            @Nullable @Size(min = 1, max = 200, message = "must be 1 to {max} characters long") String name,

            @Nullable String phone,

            @Schema(description = "The language of texts to somebody new; en if it is not given")
            @Nullable @Pattern(regexp = TextLanguage.PATTERN, message = TextLanguage.RULE) String locale) {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static BuyerBody of(String code) {
            return new BuyerBody(code, null, null, null);
        }

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        static BuyerBody of(@Nullable String name, @Nullable String phone, @Nullable String locale) {
            return new BuyerBody(null, name, phone, locale);
        }

        Buyer buyer(Shop shop) {
            if (code != null) {
                return new Buyer.Known(new CustomerCode(code));
            }
            if (name == null || name.isBlank()) {
                throw new InvalidInput("/name", "is required, unless the customer is given by code");
            }
            PhoneNumber number =
                    phone == null ? null : InvalidInput.at("/phone", () -> PhoneNumber.parse(phone, shop.country()));
            return new Buyer.Introduced(
                    new Contact(name.strip(), number, Objects.requireNonNullElse(locale, TextLanguage.USUAL)));
        }
    }

    /** A product by its SKU, or an item outside the catalogue with its own price for one unit. */
    record LineBody(
            @Nullable @Pattern(regexp = CodeForm.PATTERN, message = CodeForm.RULE) String sku,

            @Nullable @Size(min = 1, max = NewOrderRequest.LONGEST_ITEM, message = "must be 1 to {max} characters long") String item,

            @Nullable BigDecimal amount,

            @Nullable @Min(value = 1, message = "must be at least 1") @Max(value = NewOrderRequest.MOST_UNITS, message = "must be at most {value}") Integer quantity) {

        Line line(Shop shop) {
            int units = quantity == null ? 1 : quantity;
            Money money = amount == null ? null : InvalidInput.at("/amount", () -> new Money(amount, shop.currency()));
            if (sku != null) {
                if (item != null) {
                    throw new InvalidInput("/item", "must be left out where the line has a sku");
                }
                return new Line.OfProduct(new Sku(sku), units, money);
            }
            if (item == null || item.isBlank()) {
                throw new InvalidInput("", "must have a sku, or an item with its amount");
            }
            if (money == null) {
                throw new InvalidInput("/amount", "is required where the line has no sku");
            }
            return new Line.OfItem(item.strip(), money, units);
        }
    }

    NewOrderRequest command(Shop shop) {
        Buyer buyer = customer == null ? null : InvalidInput.at("/customer", () -> customer.buyer(shop));
        return new NewOrderRequest(
                buyer,
                allLines(shop),
                time,
                note == null ? "" : note,
                reference,
                true,
                Boolean.TRUE.equals(fulfilled) ? OrderStatus.FULFILLED : OrderStatus.PENDING,
                null);
    }

    private List<Line> allLines(Shop shop) {
        if (lines == null) {
            if (item == null) {
                throw new InvalidInput("/lines", "is required, or an item with its amount in its place");
            }
            return List.of(new LineBody(null, item, amount, quantity).line(shop));
        }
        if (item != null || amount != null || quantity != null) {
            throw new InvalidInput("/lines", "cannot stand beside item, amount and quantity: send one or the other");
        }
        List<Line> read = new ArrayList<>(lines.size());
        for (LineBody line : lines) {
            read.add(InvalidInput.at("/lines/" + read.size(), () -> line.line(shop)));
        }
        return read;
    }
}
