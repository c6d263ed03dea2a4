package io.agizo.office.pages.counter;

import io.agizo.customers.Contact;
import io.agizo.customers.CustomerCode;
import io.agizo.orders.CounterSale;
import io.agizo.orders.CounterSale.RungUp;
import io.agizo.orders.NewOrderRequest;
import io.agizo.orders.NewOrderRequest.Buyer;
import io.agizo.orders.NewOrderRequest.Line;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Money;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.PlainText;
import io.agizo.shared.Shop;
import io.agizo.shared.Sku;
import io.agizo.shared.TextLanguage;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Reads a sale out of the fields of a form: {@code key}, {@code seller}, {@code sku} and {@code quantity} and, as it was
 * shown, {@code price} of each product; {@code item}, {@code amount} and {@code count} of each free item; {@code customer},
 * or {@code name} and {@code phone}; {@code note}, {@code fulfilled}, {@code receipt}; {@code time} and {@code clock}.
 */
record SaleFields(MultiValueMap<String, String> fields) {

    private static final Set<String> YES = Set.of("true", "on", "yes", "1");

    /** The sale, whose buyer is texted in the language of the counter if the shop does not know them. */
    CounterSale sale(Shop shop, Locale locale) {
        List<Line> lines = lines(shop);
        if (lines.isEmpty() || lines.size() > NewOrderRequest.MOST_LINES) {
            throw new InvalidInput("/sku", "must be 1 to " + NewOrderRequest.MOST_LINES + " lines");
        }
        String seller = one("seller");
        return new CounterSale(
                one("key"),
                seller.isEmpty() ? null : seller,
                buyer(shop, locale),
                lines,
                rungUp(),
                words("note", one("note"), NewOrderRequest.LONGEST_NOTE),
                isHandedOver(),
                one("receipt").equals("sms"));
    }

    boolean isHandedOver() {
        return YES.contains(one("fulfilled"));
    }

    /** The value of a field that is there once, without blanks around it; empty if it is not there. */
    String one(String field) {
        return at(field, 0);
    }

    /** The value at a place of a field that is repeated; empty if there are fewer. */
    String at(String field, int place) {
        List<String> values = fields.getOrDefault(field, List.of());
        return place < values.size() && values.get(place) != null
                ? values.get(place).strip()
                : "";
    }

    int count(String field) {
        return fields.getOrDefault(field, List.of()).size();
    }

    /** Rows that nothing was typed into are no lines. */
    private List<Line> lines(Shop shop) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < count("sku"); i++) {
            if (!at("sku", i).isEmpty()) {
                int place = i;
                Sku sku = InvalidInput.at("/sku", () -> new Sku(at("sku", place)));
                String shown = at("price", i);
                lines.add(new Line.OfProduct(
                        sku, units("quantity", i), shown.isEmpty() ? null : money("price", shown, shop)));
            }
        }
        for (int i = 0; i < count("item"); i++) {
            String item = at("item", i);
            if (!item.isEmpty()) {
                lines.add(new Line.OfItem(
                        words("item", item, NewOrderRequest.LONGEST_ITEM),
                        money("amount", at("amount", i), shop),
                        units("count", i)));
            }
        }
        return lines;
    }

    private int units(String field, int place) {
        String typed = at(field, place);
        try {
            int units = typed.isEmpty() ? 1 : Integer.parseInt(typed);
            if (units >= 1 && units <= NewOrderRequest.MOST_UNITS) {
                return units;
            }
        } catch (NumberFormatException noNumber) {
            // Refused below like any other number that is none of units.
        }
        throw new InvalidInput("/" + field, "must be at least 1, and at most " + NewOrderRequest.MOST_UNITS);
    }

    private static Money money(String field, String typed, Shop shop) {
        try {
            BigDecimal amount = new BigDecimal(typed.replace(",", ""));
            return InvalidInput.at("/" + field, () -> new Money(amount, shop.currency()));
        } catch (NumberFormatException noNumber) {
            throw new InvalidInput("/" + field, "must be an amount such as 100.00");
        }
    }

    private @Nullable Buyer buyer(Shop shop, Locale locale) {
        if (!one("customer").isEmpty()) {
            return new Buyer.Known(InvalidInput.at("/customer", () -> new CustomerCode(one("customer"))));
        }
        String phone = one("phone");
        String name = one("name").isEmpty() ? phone : one("name");
        if (name.isEmpty()) {
            return null;
        }
        PhoneNumber number =
                phone.isEmpty() ? null : InvalidInput.at("/phone", () -> PhoneNumber.parse(phone, shop.country()));
        return new Buyer.Introduced(new Contact(name, number, TextLanguage.of(locale)));
    }

    Money total(Shop shop) {
        return money("total", one("total"), shop);
    }

    RungUp rungUpThen() {
        RungUp rungUp = rungUp();
        if (rungUp == null) {
            throw new InvalidInput("/time", "is required");
        }
        return rungUp;
    }

    /** One line of text; empty if it is not there. */
    String words(String field, int longest) {
        return words(field, one(field), longest);
    }

    private @Nullable RungUp rungUp() {
        if (one("time").isEmpty()) {
            return null;
        }
        Instant at = instant("time");
        return new RungUp(at, one("clock").isEmpty() ? at : instant("clock"));
    }

    private Instant instant(String field) {
        try {
            return Instant.parse(one(field));
        } catch (DateTimeException noTime) {
            throw new InvalidInput("/" + field, "must be a time such as 2026-11-22T09:00:00Z");
        }
    }

    private static String words(String field, String typed, int longest) {
        if (typed.length() > longest) {
            throw new InvalidInput("/" + field, "must be at most " + longest + " characters long");
        }
        if (!typed.isEmpty() && !PlainText.isLine(typed)) {
            throw new InvalidInput("/" + field, "must be one line of text");
        }
        return typed;
    }
}
