package io.agizo.orders.web;

import io.agizo.orders.NewOrderRequest;
import io.agizo.orders.OrderEdit;
import io.agizo.shared.CodeForm;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Money;
import io.agizo.shared.Shop;
import io.agizo.shared.Sku;
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
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a merge patch may name of an order.
 *
 * @param lines take the place of all the order's lines
 */
record OrderEditBody(
        @Nullable @Size(min = 1, max = NewOrderRequest.MOST_LINES, message = "must hold 1 to {max} lines") List<@NotNull(message = "must be a line") @Valid LineBody> lines,

        @Nullable @Size(max = NewOrderRequest.LONGEST_NOTE, message = "must be at most {max} characters long") String note,

        @Nullable Instant time) {

    static final OrderEditBody NOTHING = new OrderEditBody(null, null, null);

    /**
     * A line of a new order, or one of this order as it shows it, by its number. What a line shows beyond what can be
     * changed may be sent back and is not read.
     */
    record LineBody(
            @Nullable Integer lineNumber,

            @Nullable @Pattern(regexp = CodeForm.PATTERN, message = CodeForm.RULE) String sku,

            @Nullable @Size(min = 1, max = NewOrderRequest.LONGEST_ITEM, message = "must be 1 to {max} characters long") String item,

            @Nullable BigDecimal amount,

            @Nullable @Min(value = 1, message = "must be at least 1") @Max(value = NewOrderRequest.MOST_UNITS, message = "must be at most {value}") Integer quantity,

            @Nullable BigDecimal total,
            @Nullable Integer fulfilled,
            @Nullable Integer returned) {

        OrderEdit.Line line(Shop shop) {
            if (lineNumber == null) {
                return new OrderEdit.Line.Given(new NewOrderBody.LineBody(sku, item, amount, quantity).line(shop));
            }
            if (item != null && item.isBlank()) {
                throw new InvalidInput("/item", "must not be blank");
            }
            Money money = amount == null ? null : InvalidInput.at("/amount", () -> new Money(amount, shop.currency()));
            return new OrderEdit.Line.Kept(
                    lineNumber, sku == null ? null : new Sku(sku), item == null ? null : item.strip(), money, quantity);
        }
    }

    /** A note that the patch takes away is empty from now on; an order without lines or time there is not. */
    OrderEdit edit(JsonNode patch, Shop shop) {
        if (patch.path("lines").isNull()) {
            throw new InvalidInput("/lines", "cannot be taken away; cancel the order instead");
        }
        if (patch.path("time").isNull()) {
            throw new InvalidInput("/time", "cannot be taken away; give another one instead");
        }
        return new OrderEdit(
                lines == null ? null : lines(lines, shop), patch.path("note").isNull() ? "" : note, time);
    }

    private static List<OrderEdit.Line> lines(List<LineBody> lines, Shop shop) {
        List<OrderEdit.Line> read = new ArrayList<>(lines.size());
        for (LineBody line : lines) {
            read.add(InvalidInput.at("/lines/" + read.size(), () -> line.line(shop)));
        }
        return read;
    }
}
