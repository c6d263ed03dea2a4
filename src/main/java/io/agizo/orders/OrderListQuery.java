package io.agizo.orders;

import io.agizo.api.PageRequest;
import io.agizo.customers.CustomerId;
import io.agizo.shared.AmountRange;
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
 * who have few read to the end, and sorted. By total, all orders of customers are read and sorted: nobody but the shop has very many.
 */
final class OrderListQuery {

    /** Of several customers, those who have more orders than this are read along each status, the others all at once. */
    private static final int FEW = 50;

    private static final String WANTED = """
            wanted as materialized (
                select id, exists (select from orders where customer_id = c.id and voided_at is null
                                    order by customer_id, status, ordered_at, id offset %d) as busy
                  from unnest(:customers::uuid[]) as c (id)
            )
            """.formatted(FEW);

    /**
     * Of orders between two totals, in the order of time, no more are read along their totals and sorted; more are met soon
     * enough along the time.
     */
    private static final int FEW_OF_TOTAL = 2_000;

    private final OrderFilter filter;
    private final String selected;
    private final String order;
    private final int bound;
    private final Map<String, @Nullable Object> parameters = new HashMap<>();

    OrderListQuery(OrderFilter filter, int most) {
        this.filter = filter;
        this.selected = "select " + filter.sort().column() + " as place, id from orders where voided_at is null";
        this.order = filter.sort().descending() ? " order by place desc, id desc" : " order by place, id";
        this.bound = PageRequest.bound(most);
        parameters.put("most", most);
    }

    Map<String, @Nullable Object> parameters() {
        return parameters;
    }

    /** Selects {@code id} and {@code place}, in the order of the list. */
    String sql() {
        String listed = listed();
        List<String> reads = new ArrayList<>();
        List<String> known = new ArrayList<>();
        Collection<CustomerId> customers = filter.customers();
        if (customers == null) {
            boolean seldom = !filter.sort().byTotal() && !filter.totals().equals(AmountRange.ANY);
            words().forEach(status -> reads.addAll(seldom ? ofTotal(status, listed, known) : along(status, listed)));
        } else if (customers.size() > 1) {
            parameters.put("customers", Columns.texts(customers, CustomerId::value));
            if (filter.sort().byTotal()) {
                reads.add(apart(selected + ofStatus() + " and customer_id = any (:customers::uuid[])" + listed));
            } else {
                known.add(WANTED);
                reads.add(ofTheOthers(listed));
                reads.add(ofTheBusy(listed));
            }
        } else if (!customers.isEmpty()) {
            parameters.put("customer", customers.iterator().next().value());
            words().forEach(status -> reads.addAll(ofOne(status, listed)));
        }
        if (filter.numbers() != null) {
            reads.add(numbered(filter.numbers(), listed));
        }
        if (reads.isEmpty()) {
            return selected + " and false";
        }
        return (known.isEmpty() ? "" : "with " + String.join(", ", known) + " ")
                + inOrder("select place, id from (" + String.join(" union all ", reads) + ") o");
    }

    // Written out: one prepared statement for all would get one plan for the rare and the common.
    private List<String> along(String status, String listed) {
        return List.of(inOrder(selected + " and status = '" + status + "'" + listed));
    }

    private List<String> ofOne(String status, String listed) {
        String theirs = " and customer_id = :customer" + listed;
        return filter.sort().byTotal()
                ? List.of(apart(selected + " and status = '" + status + "'" + theirs))
                : along(status, theirs);
    }

    /** Either of two reads does nothing, by how many orders of the status have such totals. */
    private List<String> ofTotal(String status, String listed, List<String> known) {
        String few = "few_" + status;
        known.add(few + " as materialized (select count(*) <= " + FEW_OF_TOTAL
                + " as few from (select from orders where voided_at is null and status = '" + status + "'" + totals()
                + " limit " + (FEW_OF_TOTAL + 1) + ") counted)");
        String read = selected + " and status = '" + status + "'" + listed;
        return List.of(
                apart(read + " and (select few from " + few + ")"),
                inOrder(read + " and not (select few from " + few + ")"));
    }

    /** The offset keeps the planner from reading along the order of the list instead, in the hope of meeting these there. */
    private static String apart(String read) {
        return "(" + read + " offset 0)";
    }

    private String ofTheOthers(String listed) {
        return apart(selected + ofStatus() + " and customer_id = any (array(select id from wanted where not busy))"
                + listed);
    }

    private String ofTheBusy(String listed) {
        String ofOne =
                selected + " and customer_id = wanted.id and status = each.status" + listed + order + " limit :most";
        return "select o.place, o.id from wanted cross join unnest(array["
                + words().map(status -> "'" + status + "'").collect(Collectors.joining(", "))
                + "]) as each (status) cross join lateral (" + ofOne
                + ") o where busy";
    }

    /** So ordered and limited, each read is planned along an index, and the merge takes from it only what it shows. */
    private String inOrder(String read) {
        return "(" + read + order + " limit " + bound + ")";
    }

    /** The words of the statuses asked for. */
    private Stream<String> words() {
        return (filter.status() == null ? Stream.of(OrderStatus.values()) : Stream.of(filter.status()))
                .map(OrderStatus::word);
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
        listed.append(totals());
        OrderFilter.Place after = filter.place();
        if (after != null) {
            listed.append(" and (")
                    .append(filter.sort().column())
                    .append(", id) ")
                    .append(filter.sort().descending() ? "<" : ">")
                    .append(" (:after, :afterId)");
            parameters.put("after", after.value());
            parameters.put("afterId", after.id());
        }
        return listed.toString();
    }

    private String totals() {
        var totals = new StringBuilder();
        if (filter.totals().min() != null) {
            totals.append(" and total >= :min");
            parameters.put("min", filter.totals().min().amount());
        }
        if (filter.totals().max() != null) {
            totals.append(" and total <= :max");
            parameters.put("max", filter.totals().max().amount());
        }
        return totals.toString();
    }

    /** The orders of those numbers, unless their customer is one of those whose orders are listed anyway. */
    private String numbered(Collection<OrderNumber> numbers, String listed) {
        parameters.put("numbers", Columns.texts(numbers, OrderNumber::value));
        String numbered = selected + ofStatus() + " and number = any (:numbers::text[])" + listed;
        Collection<CustomerId> customers = filter.customers();
        if (customers == null || customers.isEmpty()) {
            return numbered;
        }
        String others = customers.size() == 1 ? "customer_id <> :customer" : "customer_id <> all (:customers::uuid[])";
        return numbered + " and (customer_id is null or " + others + ")";
    }
}
