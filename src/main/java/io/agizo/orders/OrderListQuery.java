package io.agizo.orders;

import io.agizo.api.PageRequest;
import io.agizo.customers.CustomerId;
import io.agizo.shared.Columns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The query for the ids of a page of orders: ordered reads along an index, one for each status, merged. However the orders
 * are spread over statuses, customers and years, each read stops with the page. Only of several customers are the orders of those
 * who have few read to the end, and sorted.
 */
final class OrderListQuery {

    /** Of several customers, those who have more orders than this are read along each status, the others all at once. */
    private static final int FEW = 50;

    private static final String WANTED = """
            with wanted as materialized (
                select id, exists (select from orders where customer_id = c.id and voided_at is null
                                    order by customer_id, status, ordered_at, id offset %d) as busy
                  from unnest(:customers::uuid[]) as c (id)
            )
            """.formatted(FEW);

    private static final String LISTED = "select ordered_at, id from orders where voided_at is null";

    private final OrderFilter filter;
    private final String order;
    private final int bound;
    private final Map<String, @Nullable Object> parameters = new HashMap<>();

    OrderListQuery(OrderFilter filter, int most) {
        this.filter = filter;
        this.order = filter.newestFirst() ? " order by ordered_at desc, id desc" : " order by ordered_at, id";
        this.bound = PageRequest.bound(most);
        parameters.put("most", most);
    }

    Map<String, @Nullable Object> parameters() {
        return parameters;
    }

    /** Selects {@code id} and {@code ordered_at}, in the order of the list. */
    String sql() {
        String listed = listed();
        List<String> reads = new ArrayList<>();
        Collection<CustomerId> customers = filter.customers();
        boolean several = customers != null && customers.size() > 1;
        if (customers == null) {
            reads.addAll(alongEachStatus(listed));
        } else if (several) {
            parameters.put("customers", Columns.texts(customers, CustomerId::value));
            reads.add(ofTheOthers(listed));
            reads.add(ofTheBusy(listed));
        } else if (!customers.isEmpty()) {
            parameters.put("customer", customers.iterator().next().value());
            reads.addAll(alongEachStatus(" and customer_id = :customer" + listed));
        }
        if (filter.numbers() != null) {
            reads.add(numbered(filter.numbers(), listed));
        }
        if (reads.isEmpty()) {
            return LISTED + " and false";
        }
        return (several ? WANTED : "")
                + inOrder("select ordered_at, id from (" + String.join(" union all ", reads) + ") o");
    }

    private List<String> alongEachStatus(String listed) {
        // Written out: one prepared statement for all would get one plan for the rare and the common.
        return words().map(status -> inOrder(LISTED + " and status = " + status + listed))
                .toList();
    }

    /** The offset keeps the planner from reading along a status instead, in the hope of meeting these customers there. */
    private String ofTheOthers(String listed) {
        return "(" + LISTED + ofStatus() + " and customer_id = any (array(select id from wanted where not busy))"
                + listed + " offset 0)";
    }

    private String ofTheBusy(String listed) {
        String ofOne =
                LISTED + " and customer_id = wanted.id and status = each.status" + listed + order + " limit :most";
        return "select o.ordered_at, o.id from wanted cross join unnest(array["
                + words().collect(Collectors.joining(", ")) + "]) as each (status) cross join lateral (" + ofOne
                + ") o where busy";
    }

    /** So ordered and limited, each read is planned along an index, and the merge takes from it only what it shows. */
    private String inOrder(String read) {
        return "(" + read + order + " limit " + bound + ")";
    }

    /** The words of the statuses asked for, as SQL writes them. */
    private Stream<String> words() {
        return (filter.status() == null ? Stream.of(OrderStatus.values()) : Stream.of(filter.status()))
                .map(status -> "'" + status.word() + "'");
    }

    private String ofStatus() {
        return filter.status() == null
                ? ""
                : " and status = '" + filter.status().word() + "'";
    }

    private String listed() {
        var listed = new StringBuilder();
        if (filter.from() != null) {
            listed.append(" and ordered_at >= :from");
            parameters.put("from", OrderStore.timestamp(filter.from()));
        }
        if (filter.to() != null) {
            listed.append(" and ordered_at < :to");
            parameters.put("to", OrderStore.timestamp(filter.to()));
        }
        OrderFilter.Place after = filter.place();
        if (after != null) {
            listed.append(" and (ordered_at, id) ")
                    .append(filter.newestFirst() ? "<" : ">")
                    .append(" (:afterTime, :afterId)");
            parameters.put("afterTime", OrderStore.timestamp(after.time()));
            parameters.put("afterId", after.id());
        }
        return listed.toString();
    }

    /** The orders of those numbers, unless their customer is one of those whose orders are listed anyway. */
    private String numbered(Collection<OrderNumber> numbers, String listed) {
        parameters.put("numbers", Columns.texts(numbers, OrderNumber::value));
        String numbered = LISTED + ofStatus() + " and number = any (:numbers::text[])" + listed;
        Collection<CustomerId> customers = filter.customers();
        if (customers == null || customers.isEmpty()) {
            return numbered;
        }
        String others = customers.size() == 1 ? "customer_id <> :customer" : "customer_id <> all (:customers::uuid[])";
        return numbered + " and (customer_id is null or " + others + ")";
    }
}
