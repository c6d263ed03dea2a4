package io.agizo.notifications;

import io.agizo.notifications.TextTemplate.Blank;
import io.agizo.orders.OrderEvent;
import io.agizo.orders.OrderLinks;
import io.agizo.orders.OrderView;
import io.agizo.shared.Money;
import io.agizo.shared.Shop;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Words the text for a step of an order, in the customer's language and in one part where that can be: it lists what was
 * ordered, or counts it where the list would cost another part, or leaves it out. Works within the order's transaction, so it is quick.
 */
@Component
final class Wording {

    /** A reason cut to less than this says too little; then it rather costs more parts. */
    private static final int WORTH_READING = 40;

    /** Enough for some sentences in a script whose letters take two bytes each; the whole reason stands on the order. */
    private static final int MOST_PARTS = 3;

    private static final int LONGEST_REASON = MOST_PARTS * 160;
    private static final String CUT = "...";

    private final Shop shop;
    private final OrderLinks links;
    private final Phrasebook english = new Phrasebook("en");
    private final Phrasebook swahili = new Phrasebook("sw");

    Wording(Shop shop, OrderLinks links) {
        this.shop = shop;
        this.links = links;
    }

    /** The text for a customer whose language is {@code en} or {@code sw}. */
    String of(OrderEvent event, String language) {
        Phrasebook phrases = language.equals("sw") ? swahili : english;
        OrderView order = event.order();
        String reason = event.reason() == null ? "" : PlainLetters.of(event.reason());
        TextTemplate sentence = phrases.sentence(event.occasion(), !reason.isEmpty());
        Map<Blank, String> values = new EnumMap<>(Blank.class);
        values.put(Blank.SHOP, PlainLetters.of(shop.name()));
        values.put(Blank.NUMBER, order.number().value());
        values.put(Blank.TOTAL, amount(order.total()));
        values.put(Blank.REASON, reason);
        values.put(Blank.LINK, sentence.has(Blank.LINK) ? links.address(order.number()) : "");
        values.put(Blank.ITEMS, listed(order));
        String listing = sentence.fill(values);
        if (parts(listing) == 1) {
            return listing;
        }
        values.put(Blank.ITEMS, counted(order, phrases));
        String counting = reason.isEmpty() ? sentence.fill(values) : withReasonThatFits(sentence, values, reason);
        String brief = reason.isEmpty() ? phrases.brief(event.occasion()).fill(values) : counting;
        return shortest(listing, counting, brief);
    }

    /** The one that says most of those that cost least. */
    private static String shortest(String... texts) {
        String shortest = texts[0];
        for (String text : texts) {
            shortest = parts(text) < parts(shortest) ? text : shortest;
        }
        return shortest;
    }

    private static int parts(String text) {
        return SmsLength.of(text).parts();
    }

    private static String listed(OrderView order) {
        StringBuilder items = new StringBuilder();
        for (OrderView.Line line : order.lines()) {
            items.append(items.isEmpty() ? "" : ", ").append(line.quantity()).append(" x ");
            items.append(PlainLetters.of(line.item()));
            if (items.length() > LONGEST_REASON) {
                break;
            }
        }
        return items.toString();
    }

    private static String counted(OrderView order, Phrasebook phrases) {
        long units = order.lines().stream().mapToLong(OrderView.Line::quantity).sum();
        return phrases.count(units).fill(Map.of(Blank.COUNT, Long.toString(units)));
    }

    /** As {@code KES 1,000.00}. */
    static String amount(Money money) {
        StringBuilder digits = new StringBuilder(money.plain());
        int point = digits.indexOf(".");
        for (int i = (point < 0 ? digits.length() : point) - 3; i > 0; i -= 3) {
            digits.insert(i, ',');
        }
        return money.currency().getCurrencyCode() + " " + digits;
    }

    private static String withReasonThatFits(TextTemplate sentence, Map<Blank, String> values, String reason) {
        String inOnePart = beginning(reason, begun -> parts(sentence, values, begun) == 1);
        if (inOnePart.equals(reason) || inOnePart.length() >= WORTH_READING) {
            values.put(Blank.REASON, inOnePart);
        } else {
            values.put(Blank.REASON, beginning(reason, begun -> parts(sentence, values, begun) <= MOST_PARTS));
        }
        return sentence.fill(values);
    }

    private static int parts(TextTemplate sentence, Map<Blank, String> values, String reason) {
        values.put(Blank.REASON, reason);
        return parts(sentence.fill(values));
    }

    /** The reason whole, or else as much of its beginning as fits, cut between words if it has any. */
    static String beginning(String reason, Predicate<String> fits) {
        if (reason.length() <= LONGEST_REASON && fits.test(reason)) {
            return reason;
        }
        int longest = Math.min(reason.length() - 1, LONGEST_REASON);
        for (int end = reason.lastIndexOf(' ', longest); end > 0; end = reason.lastIndexOf(' ', end - 1)) {
            String begun = cut(reason, end);
            if (fits.test(begun)) {
                return begun;
            }
        }
        for (int end = longest; end > 0; end--) {
            if (!Character.isLowSurrogate(reason.charAt(end)) && fits.test(cut(reason, end))) {
                return cut(reason, end);
            }
        }
        return "";
    }

    private static String cut(String reason, int end) {
        return reason.substring(0, end) + CUT;
    }
}
