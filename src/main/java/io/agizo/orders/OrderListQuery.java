package io.agizo.orders;

import io.agizo.api.PageRequest;
import io.agizo.customers.CustomerId;
import io.agizo.shared.Columns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The query for the ids of a page of orders: ordered reads along an index, one for each status, merged. However the orders
 * are spread over statuses, customers and years, each read stops with the page.
 */
final class OrderListQuery {

    /** The limit that the planner sees: one for all pages of a list, so that they share a statement. */
    private static final int USUAL = PageRequest.MOST + 1;

    /** So many orders of one of several customers are read in any order; of those who have more, along each status. */
    private static final int FEW = 50;

    private static final String THEIRS = """
            with theirs as materialized (
                select wanted.id as customer_id, o.ordered_at, o.id
                  from unnest(:customers::uuid[]) as wanted (id),
                       lateral (select ordered_at, id from orders where customer_id = wanted.id and voided_at is null
                                 order by customer_id, status, ordered_at, id limit %d) o
            ), busy as materialized (
                select customer_id as id from theirs group by customer_id having count(*) > %d
            )
            """.formatted(FEW + 1, FEW);

    private final OrderFilter filter;
    private final String order;
    private final int bound;
    private final Map<String, @Nullable Object> parameters = new HashMap<>();

    OrderListQuery(OrderFilter filter, int most) {
        this.filter = filter;
        this.order = filter.newestFirst() ? " order by ordered_at desc, id desc" : " order by ordered_at, id";
        this.bound = Math.max(USUAL, most);
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
        boolean sorted = customers != null && customers.size() > 1 && filter.status() == null;
        if (sorted) {
            reads.add("select ordered_at, id from theirs where customer_id not in (select id from busy)" + listed);
        }
        for (OrderStatus status : statuses()) {
            // Written out: one prepared statement for all would get one plan for the rare and the common.
            String ofStatus = "select ordered_at, id from orders where voided_at is null and status = '" + status.word()
                    + "'" + listed;
            if (customers == null) {
                reads.add(inOrder(ofStatus));
            } else if (customers.size() == 1) {
                reads.add(inOrder(ofStatus + " and customer_id = :customer"));
            } else if (!customers.isEmpty()) {
                reads.add("select o.ordered_at, o.id from " + (sorted ? "busy" : "unnest(:customers::uuid[])")
                        + " as wanted (id), lateral (" + ofStatus + " and customer_id = wanted.id" + order
                        + " limit :most) o");
            }
        }
        if (customers != null && customers.size() == 1) {
            parameters.put("customer", customers.iterator().next().value());
        } else if (customers != null) {
            parameters.put("customers", Columns.texts(customers, CustomerId::value));
        }
        if (filter.number() != null) {
            reads.add(numbered(filter.number(), listed));
        }
        if (reads.isEmpty()) {
            return "select ordered_at, id from orders where false";
        }
        return (sorted ? THEIRS : "")
                + inOrder("select ordered_at, id from (" + String.join(" union all ", reads) + ") o");
    }

    /** So ordered and limited, each read is planned along an index, and the merge takes from it only what it shows. */
    private String inOrder(String read) {
        return "(" + read + order + " limit " + bound + ")";
    }

    private List<OrderStatus> statuses() {
        return filter.status() == null ? Arrays.asList(OrderStatus.values()) : List.of(filter.status());
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

    /** The order of that number, unless its customer is one of those whose orders are listed anyway. */
    private String numbered(OrderNumber number, String listed) {
        parameters.put("number", number.value());
        String numbered = "select ordered_at, id from orders where voided_at is null and number = :number" + listed;
        if (filter.status() != null) {
            numbered += " and status = '" + filter.status().word() + "'";
        }
        Collection<CustomerId> customers = filter.customers();
        if (customers == null || customers.isEmpty()) {
            return numbered;
        }
        String others = customers.size() == 1 ? "customer_id <> :customer" : "customer_id <> all (:customers::uuid[])";
        return numbered + " and (customer_id is null or " + others + ")";
    }
}
