package io.agizo.orders;

import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.customers.CustomerCode;
import io.agizo.customers.CustomerDirectory;
import io.agizo.customers.CustomerId;
import io.agizo.customers.CustomerView;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.shared.AmountRange;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows orders: one, a list, or how many there are of each status. Needs {@code orders:read}. */
@Component
public class ReadOrders {

    /** So many customers may share a word that is searched for; a longer word finds fewer. */
    private static final int MOST_CUSTOMERS = 100;

    /** So many orders may share a part of their numbers; a longer part finds fewer. */
    private static final int MOST_NUMBERS = 100;

    private final OrderStore store;
    private final OrderNumberStore numbers;
    private final OrderCountStore counts;
    private final OrderViews views;
    private final CustomerDirectory customers;

    ReadOrders(
            OrderStore store,
            OrderNumberStore numbers,
            OrderCountStore counts,
            OrderViews views,
            CustomerDirectory customers) {
        this.store = store;
        this.numbers = numbers;
        this.counts = counts;
        this.views = views;
        this.customers = customers;
    }

    /**
     * What a list of orders is asked for; null asks for nothing.
     *
     * @param words an order number or part of one, or words of a customer's code, name or phone
     * @param from the earliest time, inclusive
     * @param to the latest time, exclusive
     */
    public record Wanted(
            @Nullable OrderStatus status,
            @Nullable CustomerCode customer,
            @Nullable String words,
            @Nullable Instant from,
            @Nullable Instant to,
            AmountRange totals,
            OrderSort sort) {

        /** Those of any total. */
        public Wanted(
                @Nullable OrderStatus status,
                @Nullable CustomerCode customer,
                @Nullable String words,
                @Nullable Instant from,
                @Nullable Instant to,
                OrderSort sort) {
            this(status, customer, words, from, to, AmountRange.ANY, sort);
        }
    }

    /**
     * What customer and words come to.
     *
     * @param customers whose orders are wanted; null for everybody's
     * @param numbers the orders that are wanted besides
     */
    private record Meant(
            @Nullable Collection<CustomerId> customers,
            @Nullable Collection<OrderNumber> numbers) {}

    /**
     * Reads one order.
     *
     * @throws NotFound if there is no such order, or no longer
     */
    public OrderView one(Caller caller, OrderNumber number) {
        caller.must(Permission.ORDERS_READ);
        OrderRow order = store.find(number).orElseThrow(() -> noOrder(number));
        return views.of(List.of(order)).getFirst();
    }

    public Page<OrderView> list(Caller caller, Wanted wanted, PageRequest page) {
        OrderFilter filter = filter(caller, wanted, wanted.sort(), page.after());
        Page<OrderRow> orders = page.page(store.list(filter, page.fetch()), filter::sortKey);
        return orders.with(views.of(orders.items()));
    }

    /** Those of the orders that are there, in the order of their numbers in the question. */
    public List<OrderView> numbered(Caller caller, List<OrderNumber> wanted) {
        caller.must(Permission.ORDERS_READ);
        Map<OrderNumber, OrderView> found = views.of(store.byNumber(wanted)).stream()
                .collect(Collectors.toMap(OrderView::number, Function.identity()));
        return wanted.stream()
                .distinct()
                .map(found::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** How many orders match, counted no further than to that many. */
    public int count(Caller caller, Wanted wanted, int most) {
        return counts.upTo(filter(caller, wanted, OrderSort.NEWEST, null), most);
    }

    /** The same for each status, whatever status is wanted; what words mean is looked up once. */
    public Map<OrderStatus, Integer> countByStatus(Caller caller, Wanted wanted, int most) {
        OrderFilter all = filter(caller, wanted, OrderSort.NEWEST, null);
        Map<OrderStatus, Integer> counted = new LinkedHashMap<>();
        for (OrderStatus status : OrderStatus.values()) {
            counted.put(status, counts.upTo(all.in(status), most));
        }
        return counted;
    }

    /** What is wanted, with the customers and numbers that its words mean at this moment. */
    OrderFilter filter(Caller caller, Wanted wanted, OrderSort sort, @Nullable List<String> after) {
        caller.must(Permission.ORDERS_READ);
        Meant meant = meant(wanted);
        return new OrderFilter(
                wanted.status(),
                meant.customers(),
                meant.numbers(),
                wanted.from(),
                wanted.to(),
                wanted.totals(),
                sort,
                after);
    }

    /** Every status is there, also with no order in it. */
    public Map<OrderStatus, Long> summary(Caller caller) {
        caller.must(Permission.ORDERS_READ);
        Map<OrderStatus, Long> counted = counts.byStatus();
        Map<OrderStatus, Long> summary = new LinkedHashMap<>();
        for (OrderStatus status : OrderStatus.values()) {
            summary.put(status, counted.getOrDefault(status, 0L));
        }
        return summary;
    }

    private Meant meant(Wanted wanted) {
        String words = wanted.words() == null || wanted.words().isBlank() ? null : wanted.words();
        if (wanted.customer() != null) {
            return ofCustomer(wanted.customer(), words);
        }
        if (words == null) {
            return new Meant(null, null);
        }
        Set<CustomerId> found = customers.matching(words, MOST_CUSTOMERS);
        return new Meant(found, numbersIn(words, found.isEmpty()));
    }

    /** Beside a customer, words narrow: they are this customer's, or part of the numbers of orders of theirs. */
    private Meant ofCustomer(CustomerCode code, @Nullable String words) {
        CustomerView customer = customers.byCode(List.of(code)).get(code);
        if (customer == null) {
            return new Meant(List.of(), null);
        }
        if (words == null || customers.has(customer.id(), words)) {
            return new Meant(List.of(customer.id()), null);
        }
        List<OrderNumber> theirs = store.byNumber(numbersIn(words, true)).stream()
                .filter(order -> customer.id().equals(order.customer()))
                .map(OrderRow::number)
                .toList();
        return new Meant(List.of(), theirs);
    }

    /** Letters alone are more likely a name than part of a number, so they are one only if nobody has that name. */
    private List<OrderNumber> numbersIn(String words, boolean nobody) {
        try {
            return List.of(OrderNumber.parse(PartOfNumber.plain(words)));
        } catch (InvalidInput noWholeNumber) {
            return PartOfNumber.in(words)
                    .filter(part -> nobody || words.chars().anyMatch(Character::isDigit))
                    .map(part -> numbers.numbered(part, MOST_NUMBERS))
                    .orElse(List.of());
        }
    }

    static NotFound noOrder(OrderNumber number) {
        return new NotFound("There is no order " + number + ".");
    }
}
