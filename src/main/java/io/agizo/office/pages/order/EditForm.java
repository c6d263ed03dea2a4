package io.agizo.office.pages.order;

import io.agizo.orders.NewOrderRequest;
import io.agizo.orders.OrderEdit;
import io.agizo.orders.OrderView;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Money;
import io.agizo.shared.Shop;
import io.agizo.shared.Sku;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What was typed to edit an order: {@code quantity.1}, {@code quantity.2}… for the lines that it has, where nought removes;
 * {@code sku} and {@code quantity}, repeated, for products that are added; {@code item}, {@code amount} and {@code units} for
 * something outside the catalogue; {@code note}.
 */
record EditForm(MultiValueMap<String, String> fields) {

    /** The products that are added, with how many of each; what the button of one that was found adds is one more. */
    Map<String, String> added() {
        Map<String, String> added = new LinkedHashMap<>();
        List<String> skus = all("sku");
        List<String> quantities = all("quantity");
        for (int i = 0; i < skus.size(); i++) {
            if (!skus.get(i).isBlank()) {
                added.put(
                        skus.get(i).strip(),
                        i < quantities.size() ? quantities.get(i).strip() : "1");
            }
        }
        String one = text("add");
        if (!one.isEmpty()) {
            added.putIfAbsent(one, "1");
        }
        return added;
    }

    String text(String field) {
        String text = fields.getFirst(field);
        return text == null ? "" : text.strip();
    }

    /** What is to change of the order. */
    OrderEdit edit(OrderView order, Shop shop) {
        Map<Integer, String> typed = TypedUnits.byLine(fields.toSingleValueMap());
        List<OrderEdit.Line> lines = new ArrayList<>();
        for (OrderView.Line line : order.lines()) {
            String text = typed.get(line.lineNumber());
            int quantity = text == null ? line.quantity() : units(text, TypedUnits.FIELD + line.lineNumber());
            if (quantity != 0) {
                lines.add(new OrderEdit.Line.Kept(line.lineNumber(), null, null, null, quantity));
            }
        }
        added().forEach((sku, text) -> {
            int quantity = units(text, "sku");
            if (quantity != 0) {
                Sku product = InvalidInput.at("/find", () -> new Sku(sku));
                lines.add(new OrderEdit.Line.Given(new NewOrderRequest.Line.OfProduct(product, quantity, null)));
            }
        });
        NewOrderRequest.Line item = item(shop);
        if (item != null) {
            lines.add(new OrderEdit.Line.Given(item));
        }
        if (lines.isEmpty()) {
            throw new InvalidInput("", "must keep at least one line; cancel the order instead");
        }
        return new OrderEdit(lines, fields.containsKey("note") ? note() : null, null);
    }

    private String note() {
        String note = text("note");
        if (note.length() > NewOrderRequest.LONGEST_NOTE) {
            throw new InvalidInput("/note", "must be at most " + NewOrderRequest.LONGEST_NOTE + " characters long");
        }
        return note;
    }

    private NewOrderRequest.@Nullable Line item(Shop shop) {
        String item = text("item");
        if (item.isEmpty()) {
            return null;
        }
        if (item.length() > NewOrderRequest.LONGEST_ITEM) {
            throw new InvalidInput("/item", "must be 1 to " + NewOrderRequest.LONGEST_ITEM + " characters long");
        }
        Money amount = InvalidInput.at("/amount", () -> new Money(amount(), shop.currency()));
        return new NewOrderRequest.Line.OfItem(
                item, amount, text("units").isEmpty() ? 1 : units(text("units"), "units"));
    }

    private BigDecimal amount() {
        try {
            return new BigDecimal(text("amount").replace(",", ""));
        } catch (NumberFormatException noNumber) {
            throw new InvalidInput("must be an amount, such as 150.00");
        }
    }

    private static int units(String text, String field) {
        int units = TypedUnits.number(text, field);
        if (units < 0 || units > NewOrderRequest.MOST_UNITS) {
            throw new InvalidInput("/" + field, "must be at most " + NewOrderRequest.MOST_UNITS);
        }
        return units;
    }

    private List<String> all(String field) {
        return fields.getOrDefault(field, List.of());
    }
}
