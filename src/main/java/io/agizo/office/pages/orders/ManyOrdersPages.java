package io.agizo.office.pages.orders;

import io.agizo.api.IdempotencyKey;
import io.agizo.identity.Caller;
import io.agizo.orders.ManyOrdersId;
import io.agizo.orders.ManyOrdersReport;
import io.agizo.orders.OrderAction;
import io.agizo.orders.OrderNumber;
import io.agizo.orders.StepManyOrders;
import io.agizo.orders.StepManyOrders.Which;
import io.agizo.pages.Form;
import io.agizo.pages.Message;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Shop;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done with many orders at one press, and how far it has come. */
@Controller
@RequestMapping(ManyOrdersPages.PATH)
class ManyOrdersPages {

    static final String PATH = OrderListPages.PATH + "/many";

    /** So few are done before the page is answered; more go on in the background. */
    private static final int FEW = 20;

    private final StepManyOrders many;
    private final OrderListPages list;
    private final ManyOrdersViews views;
    private final Shop shop;

    ManyOrdersPages(StepManyOrders many, OrderListPages list, ManyOrdersViews views, Shop shop) {
        this.many = many;
        this.list = list;
        this.views = views;
        this.shop = shop;
    }

    /** What the form says; {@code only} is the one order whose own button was pressed, whatever else is chosen. */
    record Chosen(
            @Nullable String action,
            @Nullable List<String> number,
            @Nullable String only,
            @Nullable String all,
            @Nullable String reason,
            @Nullable String key,
            @Nullable String back) {

        String word() {
            return action == null ? "" : action;
        }

        List<String> numbers() {
            if (only != null) {
                return List.of(only);
            }
            return number == null ? List.of() : number.stream().distinct().toList();
        }

        /** The filter, if all that match are meant. */
        @Nullable String filter() {
            return only != null || all == null || all.isBlank() ? null : all;
        }
    }

    @PostMapping
    String take(
            Caller caller,
            Chosen chosen,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String script,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        String back = ManyOrdersViews.own(chosen.back());
        List<OrderNumber> numbers =
                chosen.numbers().stream().flatMap(OrderListPages::number).toList();
        String filter = chosen.filter();
        if (chosen.word().equals("none") || (numbers.isEmpty() && filter == null)) {
            redirect.addFlashAttribute("caution", Message.of("orders.many.none"));
            return "redirect:" + back;
        }
        return switch (chosen.word()) {
            // There the timelines are told; what is chosen stands in the form, which goes along.
            case "print" -> "forward:" + OrderListPages.PATH + "/prints?what=slip";
            case "picklist" -> "forward:" + OrderListPages.PATH + "/prints?what=pick-list";
            case "download" ->
                "redirect:" + OrderListPages.PATH + "/download?" + (filter == null ? named(numbers) : filter);
            default -> step(caller, chosen, numbers, script != null, back, response, redirect, model);
        };
    }

    private String step(
            Caller caller,
            Chosen chosen,
            List<OrderNumber> numbers,
            boolean script,
            String back,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        OrderAction action = InvalidInput.at("/action", () -> OrderAction.of(chosen.word()));
        caller.must(action.permission());
        boolean asks = action == OrderAction.REJECT || action == OrderAction.CANCEL;
        if (asks && chosen.reason() == null) {
            return views.ask(model, action, chosen, numbers, back, Form.blank());
        }
        ManyOrdersId id;
        try {
            id = many.ask(
                    caller,
                    action,
                    which(numbers, chosen.filter()),
                    asks ? chosen.reason() : null,
                    key(caller, chosen));
        } catch (InvalidInput invalid) {
            if (!asks) {
                throw invalid;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            String typed = chosen.reason() == null ? "" : chosen.reason();
            return views.ask(
                    model,
                    action,
                    chosen,
                    numbers,
                    back,
                    Form.of(Map.of("reason", typed)).refused(invalid));
        }
        if (chosen.filter() != null || numbers.size() > FEW) {
            many.begin();
            redirect.addAttribute("back", back);
            return "redirect:" + PATH + "/" + id;
        }
        many.hurry(id);
        ManyOrdersReport report = many.report(caller, id);
        if (script) {
            Map<String, Message> refusals = report.refusals().stream()
                    .collect(Collectors.toMap(refusal -> refusal.number().value(), views::why));
            if (!refusals.isEmpty()) {
                response.setStatus(HttpStatus.CONFLICT.value());
            }
            ListQuery query = ListQuery.parse(ManyOrdersViews.question(back));
            model.addAttribute(
                    "view", list.rows(caller, query, chosen.numbers()).refused(refusals));
            return "office/orders/rows";
        }
        if (report.done() < report.total()) {
            redirect.addAttribute("back", back);
            return "redirect:" + PATH + "/" + id;
        }
        redirect.addFlashAttribute(
                "notice",
                report.total() == 1
                        ? Message.of(
                                "orders.many.one." + action.word(),
                                numbers.getFirst().value())
                        : Message.of("orders.many.done." + action.word(), String.valueOf(report.done())));
        return "redirect:" + back;
    }

    /** Also what a reload of the page shows, however far it has come by then. */
    @GetMapping("/{id}")
    String report(
            Caller caller, @PathVariable UUID id, @RequestParam(required = false) @Nullable String back, Model model) {
        model.addAttribute("view", views.of(many.report(caller, new ManyOrdersId(id)), ManyOrdersViews.own(back)));
        return "office/orders/many";
    }

    private Which which(List<OrderNumber> numbers, @Nullable String filter) {
        return filter == null ? new Which.Numbered(numbers) : new Which.Matching(ListQuery.wanted(filter, shop));
    }

    /** One for the same press: the form's own key, with what it asks for. */
    private static @Nullable UUID key(Caller caller, Chosen chosen) {
        if (chosen.key() == null) {
            return null;
        }
        String asked = String.join(
                "\n",
                chosen.word(),
                String.valueOf(chosen.reason()),
                String.valueOf(chosen.filter()),
                String.join(",", chosen.filter() == null ? chosen.numbers() : List.of()));
        return IdempotencyKey.of(caller.id(), chosen.key(), "many orders", asked.getBytes(StandardCharsets.UTF_8))
                .map(key -> key.within(key.request()).id())
                .orElse(null);
    }

    private static String named(List<OrderNumber> numbers) {
        return numbers.stream().map(number -> "number=" + number).collect(Collectors.joining("&"));
    }
}
