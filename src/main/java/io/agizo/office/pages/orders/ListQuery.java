package io.agizo.office.pages.orders;

import io.agizo.customers.CustomerCode;
import io.agizo.orders.OrderSort;
import io.agizo.orders.OrderStatus;
import io.agizo.orders.ReadOrders;
import io.agizo.shared.AmountRange;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Shop;
import io.agizo.shared.TimeSpan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * What the address of the list asks for, as it was typed; nothing that is left out is asked for.
 *
 * @param columns what is shown of each order beside its number; all if none is named
 */
public record ListQuery(
        String status,
        String q,
        String customer,
        String from,
        String to,
        String min,
        String max,
        String sort,
        List<String> columns) {

    /** What can be shown of each order, in this order. */
    static final List<String> COLUMNS = List.of("customer", "items", "total", "age", "status", "by");

    /** No name, number or code is longer. */
    private static final int LONGEST = 200;

    public ListQuery {
        columns = List.copyOf(columns);
    }

    /**
     * What can be made of a question.
     *
     * @param odd the parameters that say nothing the shop knows, and are taken as if they were left out
     */
    record Understood(ReadOrders.Wanted wanted, List<String> odd) {}

    static ListQuery of(MultiValueMap<String, String> parameters) {
        return new ListQuery(
                one(parameters, "status"),
                one(parameters, "q"),
                one(parameters, "customer"),
                one(parameters, "from"),
                one(parameters, "to"),
                one(parameters, "min"),
                one(parameters, "max"),
                one(parameters, "sort"),
                parameters.getOrDefault("column", List.of()).stream()
                        .filter(COLUMNS::contains)
                        .toList());
    }

    /**
     * Reads a filter by which something is done: one of which something is not understood asks for more than was meant.
     *
     * @throws InvalidInput if anything in it is nonsense
     */
    public static ReadOrders.Wanted wanted(String filter, Shop shop) {
        Understood understood = parse(filter).in(shop);
        if (!understood.odd().isEmpty()) {
            throw new InvalidInput("/all", "is not a filter of orders; nothing was done");
        }
        return understood.wanted();
    }

    /** Reads what {@link #query} wrote. */
    static ListQuery parse(String query) {
        MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
        UriComponentsBuilder.newInstance()
                .query(query)
                .build()
                .getQueryParams()
                .forEach((name, values) -> values.forEach(value -> parameters.add(
                        name, value == null ? "" : UriUtils.decode(value.replace('+', ' '), StandardCharsets.UTF_8))));
        return of(parameters);
    }

    private static String one(MultiValueMap<String, String> parameters, String name) {
        return Objects.requireNonNullElse(parameters.getFirst(name), "")
                .replaceAll("\\p{Cntrl}", " ")
                .strip();
    }

    Understood in(Shop shop) {
        List<String> odd = new ArrayList<>();
        OrderStatus known = read("status", status, OrderStatus::of, odd);
        String words = read("q", q, ListQuery::requireShort, odd);
        CustomerCode code = read("customer", customer, CustomerCode::new, odd);
        TimeSpan begins = read("from", from, day -> TimeSpan.read(day, null, shop.zone()), odd);
        TimeSpan ends = read("to", to, day -> TimeSpan.read(begins == null ? null : from, day, shop.zone()), odd);
        AmountRange least = read("min", min, amount -> AmountRange.read("Total", amount, null, shop.currency()), odd);
        AmountRange totals = read(
                "max",
                max,
                amount -> AmountRange.read("Total", least == null ? null : min, amount, shop.currency()),
                odd);
        OrderSort order = read("sort", sort, OrderSort::of, odd);
        var wanted = new ReadOrders.Wanted(
                known,
                code,
                words,
                begins == null ? null : begins.from(),
                ends == null ? null : ends.to(),
                totals != null ? totals : least != null ? least : AmountRange.ANY,
                order == null ? OrderSort.NEWEST : order);
        return new Understood(wanted, odd);
    }

    private static <T> @Nullable T read(String name, String value, Function<String, T> reading, List<String> odd) {
        if (value.isEmpty()) {
            return null;
        }
        try {
            return reading.apply(value);
        } catch (InvalidInput nonsense) {
            odd.add(name);
            return null;
        }
    }

    private static String requireShort(String words) {
        if (words.length() > LONGEST) {
            throw new InvalidInput("must be at most " + LONGEST + " characters long");
        }
        return words;
    }

    /** Whether only status and order are asked for, for which the shop knows its counts by heart. */
    boolean isOfStatusOnly() {
        return q.isEmpty() && customer.isEmpty() && from.isEmpty() && to.isEmpty() && min.isEmpty() && max.isEmpty();
    }

    ListQuery withStatus(String other) {
        return new ListQuery(other, q, customer, from, to, min, max, sort, columns);
    }

    public boolean shows(String column) {
        return columns.isEmpty() || columns.contains(column);
    }

    /** The question as an address writes it: of what is asked for, always in the same order. */
    public String query() {
        return write(true);
    }

    /** The question without what is shown of each order; never empty, so that all orders are asked for in so many words. */
    public String filter() {
        String filter = write(false);
        return filter.isEmpty() ? "sort=" + OrderSort.NEWEST.word() : filter;
    }

    private String write(boolean withColumns) {
        List<String> parts = new ArrayList<>();
        add(parts, "status", status);
        add(parts, "q", q);
        add(parts, "customer", customer);
        add(parts, "from", from);
        add(parts, "to", to);
        add(parts, "min", min);
        add(parts, "max", max);
        add(parts, "sort", sort.equals(OrderSort.NEWEST.word()) ? "" : sort);
        if (withColumns) {
            columns.forEach(column -> add(parts, "column", column));
        }
        return String.join("&", parts);
    }

    private static void add(List<String> parts, String name, String value) {
        if (!value.isEmpty()) {
            parts.add(name + "=" + UriUtils.encode(value, StandardCharsets.UTF_8));
        }
    }
}
