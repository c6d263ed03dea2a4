package io.agizo.office.pages.orders;

import io.agizo.office.pages.orders.ManyOrdersPages.Chosen;
import io.agizo.orders.ManyOrdersReport;
import io.agizo.orders.OrderAction;
import io.agizo.orders.OrderNumber;
import io.agizo.pages.Form;
import io.agizo.pages.Message;
import io.agizo.shared.Ids;
import io.agizo.shared.Shop;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of steps with many orders show. */
@Component
class ManyOrdersViews {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d.M. HH:mm", Locale.ROOT);

    private final Shop shop;

    ManyOrdersViews(Shop shop) {
        this.shop = shop;
    }

    ManyView of(ManyOrdersReport report, String back) {
        return new ManyView(
                report.id().toString(),
                report.action().word(),
                report.reason(),
                report.state().word(),
                report.total(),
                report.done(),
                report.refused(),
                report.left(),
                report.ended(),
                report.refusals().stream()
                        .map(refusal -> new ManyView.Refusal(refusal.number().value(), why(refusal)))
                        .toList(),
                back);
    }

    String ask(Model model, OrderAction action, Chosen chosen, List<OrderNumber> numbers, String back, Form form) {
        model.addAttribute(
                "view",
                new ReasonView(
                        action.word(),
                        chosen.filter() == null
                                ? numbers.stream().map(OrderNumber::value).toList()
                                : List.of(),
                        chosen.filter(),
                        numbers.size(),
                        back,
                        Objects.requireNonNullElse(chosen.key(), Ids.next().toString()),
                        form));
        return "office/orders/reason";
    }

    /** In the reader's words: who was first and when, where that is why. */
    Message why(ManyOrdersReport.Refusal refusal) {
        return switch (refusal.why()) {
            case ILLEGAL_TRANSITION ->
                Message.of(
                        "orders.why."
                                + Objects.requireNonNull(refusal.present()).word(),
                        Objects.requireNonNullElse(refusal.by(), ""),
                        refusal.at() == null ? "" : WHEN.format(refusal.at().atZone(shop.zone())));
            case PARTLY_FULFILLED -> Message.of("orders.why.partly");
            case NOT_FOUND -> Message.of("orders.why.gone");
            case CONFLICT, FAILED -> Message.of("orders.why.failed");
        };
    }

    /** Back to a page of the list, and nowhere else. */
    static String own(@Nullable String back) {
        return back != null && back.matches("/office/orders(\\?[\\w%&=.,:+~*-]*)?") ? back : OrderListPages.PATH;
    }

    static String question(String back) {
        return back.contains("?") ? back.substring(back.indexOf('?') + 1) : "";
    }
}
