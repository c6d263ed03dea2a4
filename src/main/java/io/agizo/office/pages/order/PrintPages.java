package io.agizo.office.pages.order;

import io.agizo.catalog.Products;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.office.pages.order.ChosenOrders.Part;
import io.agizo.orders.OrderNumber;
import io.agizo.orders.OrderView;
import io.agizo.orders.PrintKind;
import io.agizo.orders.PrintOrders;
import io.agizo.shared.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** What goes on paper: one document, with a page for each order. Looking at it prints nothing; a press says that it is printed. */
@Controller
@RequestMapping(PrintPages.PATH)
class PrintPages {

    static final String PATH = "/office/orders";

    private final ChosenOrders chosen;
    private final PrintOrders print;
    private final Products products;

    PrintPages(ChosenOrders chosen, PrintOrders print, Products products) {
        this.chosen = chosen;
        this.print = print;
        this.products = products;
    }

    @GetMapping("/{number}/slip")
    String slip(
            Caller caller,
            @PathVariable("number") String one,
            PrintForm form,
            HttpServletRequest request,
            Model model) {
        return one(caller, one, PrintKind.SLIP, form, request, model);
    }

    @GetMapping("/{number}/receipt")
    String receipt(
            Caller caller,
            @PathVariable("number") String one,
            PrintForm form,
            HttpServletRequest request,
            Model model) {
        return one(caller, one, PrintKind.RECEIPT, form, request, model);
    }

    @GetMapping("/slips")
    String slips(Caller caller, PrintForm form, HttpServletRequest request, Model model) {
        return many(caller, PrintKind.SLIP, form, request, model);
    }

    @GetMapping("/receipts")
    String receipts(Caller caller, PrintForm form, HttpServletRequest request, Model model) {
        return many(caller, PrintKind.RECEIPT, form, request, model);
    }

    @GetMapping("/picklist")
    String pickList(Caller caller, PrintForm form, HttpServletRequest request, Model model) {
        return many(caller, PrintKind.PICK_LIST, form, request, model);
    }

    /** Notes on the timelines that the orders are printed, and leads to the document, which opens the printer's dialogue. */
    @PostMapping("/prints")
    String printed(Caller caller, @RequestParam(defaultValue = "") String what, PrintForm form) {
        caller.must(Permission.ORDERS_READ);
        PrintKind kind = Arrays.stream(PrintKind.values())
                .filter(each -> each.word().equals(what))
                .findAny()
                .orElseThrow(() -> new NotFound("There is nothing of that kind to print."));
        Part part = chosen.of(caller, form);
        print.printed(caller, part.numbers(), kind);
        boolean alone = kind != PrintKind.PICK_LIST
                && part.filter() == null
                && part.numbers().size() == 1;
        UriComponentsBuilder address = alone
                ? UriComponentsBuilder.fromPath(PATH + "/" + part.numbers().getFirst() + "/" + kind.word())
                : UriComponentsBuilder.fromPath(path(kind))
                        .queryParam("number", joined(part))
                        .queryParamIfPresent("of", written(part.filter()))
                        .queryParamIfPresent("next", written(part.next()))
                        .queryParam("before", part.before());
        return "redirect:"
                + address.queryParamIfPresent("paper", Paper.of(form.paper()).map(Paper::word))
                        .queryParam("print")
                        .build();
    }

    private String one(
            Caller caller, String number, PrintKind what, PrintForm form, HttpServletRequest request, Model model) {
        OrderNumber wanted = OrderSheet.number(caller, Permission.ORDERS_READ, number);
        List<OrderView> orders = print.toPrint(caller, List.of(wanted));
        if (orders.isEmpty()) {
            throw new NotFound("There is no order " + wanted + ".");
        }
        return show(
                caller,
                new Part(List.of(wanted), null, 0, null),
                orders,
                what,
                form,
                PATH + "/" + wanted,
                request,
                model);
    }

    private String many(Caller caller, PrintKind what, PrintForm form, HttpServletRequest request, Model model) {
        caller.must(Permission.ORDERS_READ);
        Part part = chosen.of(caller, form);
        String back = part.filter() == null ? PATH : PATH + "?" + part.filter();
        return show(caller, part, print.toPrint(caller, part.numbers()), what, form, back, request, model);
    }

    private String show(
            Caller caller,
            Part part,
            List<OrderView> orders,
            PrintKind what,
            PrintForm form,
            String back,
            HttpServletRequest request,
            Model model) {
        boolean picks = what == PrintKind.PICK_LIST;
        Paper paper = PaperChoice.of(form.paper(), what, request);
        model.addAttribute(
                "view",
                new PaperView(
                        what,
                        paper,
                        picks
                                ? List.of()
                                : orders.stream().map(PaperView.Sheet::of).toList(),
                        picks ? picks(caller, orders) : List.of(),
                        joined(part),
                        part(caller, part, what, paper),
                        back,
                        form.print() != null && !orders.isEmpty()));
        return "office/order/paper";
    }

    private PaperView.@Nullable Part part(Caller caller, Part part, PrintKind what, Paper paper) {
        if (part.filter() == null || (part.before() == 0 && part.next() == null)) {
            return null;
        }
        int matching = chosen.matching(caller, part.filter());
        String next = part.next() == null
                ? null
                : UriComponentsBuilder.fromPath(path(what))
                        .queryParamIfPresent("all", written(part.filter()))
                        .queryParamIfPresent("after", written(part.next()))
                        .queryParam("before", part.last())
                        .queryParam("paper", paper.word())
                        .build()
                        .toUriString();
        return new PaperView.Part(
                part.filter(),
                part.before(),
                part.last(),
                // What came or went meanwhile makes no document hold more than there are.
                Math.max(part.last(), Math.min(matching, ChosenOrders.COUNTED)),
                matching > ChosenOrders.COUNTED,
                part.next(),
                next);
    }

    private List<PaperView.Pick> picks(Caller caller, List<OrderView> orders) {
        var skus = orders.stream()
                .flatMap(order -> order.lines().stream())
                .map(OrderView.Line::sku)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return PickList.of(orders, products.bySku(caller, skus));
    }

    private static String path(PrintKind what) {
        return PATH
                + switch (what) {
                    case SLIP -> "/slips";
                    case RECEIPT -> "/receipts";
                    case PICK_LIST -> "/picklist";
                };
    }

    private static String joined(Part part) {
        return part.numbers().stream().map(OrderNumber::value).collect(Collectors.joining(","));
    }

    private static Optional<String> written(@Nullable String value) {
        return Optional.ofNullable(value).map(there -> UriUtils.encode(there, StandardCharsets.UTF_8));
    }
}
