package io.agizo.orders;

import io.agizo.catalog.Translations;
import io.agizo.customers.CustomerView;
import io.agizo.shared.TextLanguage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has customers texted about the steps of their orders, with the goods under the names that they have in the customer's language. */
@Component
class TextCustomers {

    private final OrderTexts texts;
    private final ItemNames names;

    TextCustomers(OrderTexts texts, ItemNames names) {
        this.texts = texts;
        this.names = names;
    }

    /** Queues the text for each event within the running transaction, as {@link OrderTexts#queue} does. */
    Map<OrderId, List<OrderMessage>> queue(List<OrderEvent> events) {
        return texts.queue(asRead(events));
    }

    /** The words that {@link #queue} would queue for the event; null if it would queue none. */
    @Nullable String words(OrderEvent event) {
        return texts.words(asRead(List.of(event)).getFirst());
    }

    private List<OrderEvent> asRead(List<OrderEvent> events) {
        Map<String, List<OrderView.Line>> lines = new HashMap<>();
        for (OrderEvent event : events) {
            if (Translations.areKeptIn(language(event))) {
                lines.computeIfAbsent(language(event), first -> new ArrayList<>())
                        .addAll(event.order().lines());
            }
        }
        Map<String, UnaryOperator<OrderView.Line>> named = new HashMap<>();
        lines.forEach((language, all) -> named.put(language, names.in(language, all)));
        return events.stream()
                .map(event -> event.naming(named.getOrDefault(language(event), UnaryOperator.identity())))
                .toList();
    }

    private static String language(OrderEvent event) {
        CustomerView customer = event.customer();
        return customer == null ? TextLanguage.USUAL : customer.locale();
    }
}
