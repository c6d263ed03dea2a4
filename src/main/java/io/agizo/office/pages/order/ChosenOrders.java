package io.agizo.office.pages.order;

import io.agizo.api.Cursor;
import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.customers.CustomerCode;
import io.agizo.identity.Caller;
import io.agizo.orders.OrderNumber;
import io.agizo.orders.OrderStatus;
import io.agizo.orders.OrderView;
import io.agizo.orders.PrintOrders;
import io.agizo.orders.ReadOrders;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Shop;
import io.agizo.shared.TimeSpan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Finds the orders that are meant: by their numbers, or all that the filter of the list of orders matches. */
@Component
class ChosenOrders {

    private final ReadOrders orders;
    private final PrintOrders print;
    private final Shop shop;

    ChosenOrders(ReadOrders orders, PrintOrders print, Shop shop) {
        this.orders = orders;
        this.print = print;
        this.shop = shop;
    }

    /** Their numbers, no more than are printed in one go; a text that is no number is passed over. */
    List<OrderNumber> numbers(Caller caller, List<String> numbers, @Nullable String filter) {
        return filter == null ? named(numbers) : matching(caller, wanted(filter));
    }

    List<OrderView> read(Caller caller, List<OrderNumber> numbers) {
        return print.toPrint(caller, numbers);
    }

    private static List<OrderNumber> named(List<String> numbers) {
        return numbers.stream()
                .flatMap(typed -> named(typed).stream())
                .distinct()
                .limit(PrintOrders.MOST)
                .toList();
    }

    private static Optional<OrderNumber> named(String typed) {
        try {
            return Optional.of(OrderNumber.parse(typed));
        } catch (InvalidInput noNumber) {
            return Optional.empty();
        }
    }

    private List<OrderNumber> matching(Caller caller, ReadOrders.Wanted wanted) {
        List<OrderNumber> matching = new ArrayList<>();
        String cursor = null;
        do {
            PageRequest next = new PageRequest(PageRequest.MOST, cursor == null ? null : Cursor.read(cursor));
            Page<OrderView> page = orders.list(caller, wanted, next);
            page.items().forEach(order -> matching.add(order.number()));
            cursor = page.nextCursor();
        } while (cursor != null && matching.size() < PrintOrders.MOST);
        return matching.stream().limit(PrintOrders.MOST).toList();
    }

    /** The filter as it stands in the address of the list; one that is nonsense is refused. */
    private ReadOrders.Wanted wanted(String filter) {
        String query = filter.startsWith("?") ? filter.substring(1) : filter;
        MultiValueMap<String, String> asked =
                UriComponentsBuilder.newInstance().query(query).build().getQueryParams();
        String status = parameter(asked, "status");
        String customer = parameter(asked, "customer");
        TimeSpan span = TimeSpan.read(parameter(asked, "from"), parameter(asked, "to"), shop.zone());
        return new ReadOrders.Wanted(
                status == null ? null : OrderStatus.of(status),
                customer == null ? null : new CustomerCode(customer),
                parameter(asked, "q"),
                span.from(),
                span.to(),
                !"time".equals(parameter(asked, "sort")));
    }

    private static @Nullable String parameter(MultiValueMap<String, String> asked, String name) {
        String value = asked.getFirst(name);
        return value == null || value.isBlank()
                ? null
                : UriUtils.decode(value.replace('+', ' '), StandardCharsets.UTF_8);
    }
}
