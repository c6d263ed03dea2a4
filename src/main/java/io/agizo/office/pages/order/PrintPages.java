package io.agizo.office.pages.order;

import io.agizo.catalog.Products;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.orders.OrderNumber;
import io.agizo.orders.OrderView;
import io.agizo.orders.PrintKind;
import io.agizo.orders.PrintOrders;
import io.agizo.shared.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What goes on paper: one document, with a page for each order. Looking at it prints nothing; a press says that it is printed. */
@Controller
@RequestMapping("/office/orders")
class PrintPages {

    private static final String PAGE = "office/order/paper";

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
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String paper,
            HttpServletRequest request,
            Model model) {
        return one(caller, number, PrintKind.SLIP, PaperChoice.of(paper, PrintKind.SLIP, request), request, model);
    }

    @GetMapping("/{number}/receipt")
    String receipt(
            Caller caller,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String paper,
            HttpServletRequest request,
            Model model) {
        Paper chosenPaper = PaperChoice.of(paper, PrintKind.RECEIPT, request);
        return one(caller, number, PrintKind.RECEIPT, chosenPaper, request, model);
    }

    @GetMapping("/slips")
    String slips(
            Caller caller,
            @RequestParam(defaultValue = "") List<String> number,
            @RequestParam(required = false) @Nullable String all,
            @RequestParam(required = false) @Nullable String paper,
            HttpServletRequest request,
            Model model) {
        return many(caller, number, all, PrintKind.SLIP, paper, request, model);
    }

    @GetMapping("/receipts")
    String receipts(
            Caller caller,
            @RequestParam(defaultValue = "") List<String> number,
            @RequestParam(required = false) @Nullable String all,
            @RequestParam(required = false) @Nullable String paper,
            HttpServletRequest request,
            Model model) {
        return many(caller, number, all, PrintKind.RECEIPT, paper, request, model);
    }

    @GetMapping("/picklist")
    String pickList(
            Caller caller,
            @RequestParam(defaultValue = "") List<String> number,
            @RequestParam(required = false) @Nullable String all,
            @RequestParam(required = false) @Nullable String paper,
            HttpServletRequest request,
            Model model) {
        return many(caller, number, all, PrintKind.PICK_LIST, paper, request, model);
    }

    /** Notes on the timelines that the orders are printed, and leads to the document, which opens the printer's dialogue. */
    @PostMapping("/prints")
    String printed(
            Caller caller,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") List<String> number,
            @RequestParam(required = false) @Nullable String all,
            @RequestParam(required = false) @Nullable String paper) {
        caller.must(Permission.ORDERS_READ);
        PrintKind kind = Arrays.stream(PrintKind.values())
                .filter(each -> each.word().equals(what))
                .findAny()
                .orElseThrow(() -> new NotFound("There is nothing of that kind to print."));
        List<OrderNumber> numbers = chosen.numbers(caller, number, all);
        print.printed(caller, numbers, kind);
        String there = switch (kind) {
            case SLIP -> numbers.size() == 1 ? "/" + numbers.getFirst() + "/slip?" : "/slips?" + joined(numbers);
            case RECEIPT ->
                numbers.size() == 1 ? "/" + numbers.getFirst() + "/receipt?" : "/receipts?" + joined(numbers);
            case PICK_LIST -> "/picklist?" + joined(numbers);
        };
        String on = Paper.of(paper)
                .map(chosenPaper -> "paper=" + chosenPaper.word() + "&")
                .orElse("");
        return "redirect:/office/orders" + there + on + "print";
    }

    private String one(
            Caller caller, String number, PrintKind what, Paper paper, HttpServletRequest request, Model model) {
        OrderNumber wanted = OrderSheet.number(caller, Permission.ORDERS_READ, number);
        List<OrderView> orders = chosen.read(caller, List.of(wanted));
        if (orders.isEmpty()) {
            throw new NotFound("There is no order " + wanted + ".");
        }
        return show(caller, orders, what, paper, "/office/orders/" + wanted, request, model);
    }

    private String many(
            Caller caller,
            List<String> number,
            @Nullable String all,
            PrintKind what,
            @Nullable String paper,
            HttpServletRequest request,
            Model model) {
        List<OrderView> orders = chosen.read(caller, chosen.numbers(caller, number, all));
        return show(caller, orders, what, PaperChoice.of(paper, what, request), "/office/orders", request, model);
    }

    private String show(
            Caller caller,
            List<OrderView> orders,
            PrintKind what,
            Paper paper,
            String back,
            HttpServletRequest request,
            Model model) {
        boolean picks = what == PrintKind.PICK_LIST;
        model.addAttribute(
                "view",
                new PaperView(
                        what,
                        paper,
                        picks
                                ? List.of()
                                : orders.stream().map(PaperView.Sheet::of).toList(),
                        picks ? picks(caller, orders) : List.of(),
                        orders.stream().map(order -> order.number().value()).collect(Collectors.joining(",")),
                        back,
                        request.getParameter("print") != null));
        return PAGE;
    }

    private List<PaperView.Pick> picks(Caller caller, List<OrderView> orders) {
        var skus = orders.stream()
                .flatMap(order -> order.lines().stream())
                .map(OrderView.Line::sku)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return PickList.of(orders, products.bySku(caller, skus));
    }

    private static String joined(List<OrderNumber> numbers) {
        return "number=" + numbers.stream().map(OrderNumber::value).collect(Collectors.joining(",")) + "&";
    }
}
