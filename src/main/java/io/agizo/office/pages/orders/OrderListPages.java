package io.agizo.office.pages.orders;

import io.agizo.api.Cursor;
import io.agizo.api.Download;
import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.identity.Caller;
import io.agizo.office.pages.orders.ListQuery.Understood;
import io.agizo.office.pages.orders.OrdersView.Count;
import io.agizo.office.pages.orders.OrdersView.Tab;
import io.agizo.office.pages.orders.OrdersView.ViewTab;
import io.agizo.orders.OrderNumber;
import io.agizo.orders.OrderSheet;
import io.agizo.orders.OrderView;
import io.agizo.orders.ReadOrders;
import io.agizo.pages.Message;
import io.agizo.shared.Ids;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of orders; its address holds all that is asked of it. */
@Controller
@RequestMapping(OrderListPages.PATH)
class OrderListPages {

    static final String PATH = "/office/orders";

    /** What a live list asks for anew at once: more than a page shows. */
    private static final int MOST_ROWS = 200;

    private final ReadOrders orders;
    private final OrderTabs tabs;
    private final OrderRows rows;
    private final Shop shop;

    OrderListPages(ReadOrders orders, OrderTabs tabs, OrderRows rows, Shop shop) {
        this.orders = orders;
        this.tabs = tabs;
        this.rows = rows;
        this.shop = shop;
    }

    @GetMapping
    String list(Caller caller, @RequestParam MultiValueMap<String, String> parameters, Model model) {
        ListQuery query = ListQuery.of(parameters);
        Understood understood = query.in(shop);
        List<String> odd = new ArrayList<>(understood.odd());
        Page<OrderView> page = page(caller, understood.wanted(), parameters.getFirst("cursor"), odd);
        List<Tab> byStatus = tabs.of(caller, query);
        List<ViewTab> views = tabs.views(caller);
        String wanted = parameters.getFirst("view");
        ViewTab view = views.stream()
                .filter(each -> each.id().equals(wanted))
                .findAny()
                .orElse(null);
        if (wanted != null && view == null) {
            odd.add("view");
        }
        model.addAttribute(
                "view",
                new OrdersView(
                        query,
                        byStatus,
                        views,
                        view,
                        view != null && !view.address().equals(address(query, view)),
                        odd.stream()
                                .map(name -> Message.of("orders.odd." + name))
                                .toList(),
                        rows.of(caller, understood.wanted(), page.items()),
                        byStatus.stream()
                                .filter(Tab::present)
                                .map(Tab::count)
                                .findAny()
                                .orElse(new Count(page.items().size(), page.nextCursor() != null)),
                        page.nextCursor(),
                        !query.filter().equals(ListQuery.parse("").filter()),
                        Ids.next().toString()));
        return "office/orders/list";
    }

    /** These rows of the list alone, as they are now, and its counts: what a page that is read already shows anew. */
    @GetMapping("/rows")
    String rows(
            Caller caller,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "") List<String> number,
            Model model) {
        model.addAttribute("view", rows(caller, ListQuery.of(parameters), number));
        return "office/orders/rows";
    }

    OrdersView.Rows rows(Caller caller, ListQuery query, List<String> numbers) {
        List<OrderNumber> wanted = numbers.stream()
                .limit(MOST_ROWS)
                .flatMap(OrderListPages::number)
                .toList();
        return new OrdersView.Rows(
                query,
                tabs.of(caller, query),
                rows.of(caller, query.in(shop).wanted(), orders.numbered(caller, wanted)));
    }

    /** Either these orders, or all that the question asks for. */
    @GetMapping("/download")
    Download<OrderView> download(
            Caller caller,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(defaultValue = "") List<String> number) {
        List<OrderNumber> numbers =
                number.stream().flatMap(OrderListPages::number).toList();
        if (!numbers.isEmpty()) {
            return OrderSheet.of(page -> new Page<>(orders.numbered(caller, numbers), null, List.of()));
        }
        Understood understood = ListQuery.of(parameters).in(shop);
        return OrderSheet.of(page -> orders.list(caller, understood.wanted(), page));
    }

    /** A list that was handed another list's cursor begins at its beginning. */
    private Page<OrderView> page(Caller caller, ReadOrders.Wanted wanted, @Nullable String cursor, List<String> odd) {
        if (cursor != null && !cursor.isEmpty()) {
            try {
                return orders.list(caller, wanted, new PageRequest(PageRequest.USUAL, Cursor.read(cursor)));
            } catch (InvalidInput foreign) {
                odd.add("cursor");
            }
        }
        return orders.list(caller, wanted, new PageRequest(PageRequest.USUAL, null));
    }

    private static String address(ListQuery query, ViewTab view) {
        return "?" + (query.query().isEmpty() ? "" : query.query() + "&") + "view=" + view.id();
    }

    static Stream<OrderNumber> number(String typed) {
        try {
            return Stream.of(OrderNumber.parse(typed));
        } catch (InvalidInput noNumber) {
            return Stream.empty();
        }
    }
}
