package io.agizo.office.pages.order;

import io.agizo.api.Cursor;
import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.identity.Caller;
import io.agizo.office.pages.orders.ListQuery;
import io.agizo.orders.OrderNumber;
import io.agizo.orders.OrderView;
import io.agizo.orders.PrintOrders;
import io.agizo.orders.ReadOrders;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the orders of a document: by their numbers, or all that the filter of the list of orders matches, part after part. */
@Component
class ChosenOrders {

    /** Twenty documents; nobody needs to know more exactly, and each is an entry of an index that is read. */
    static final int COUNTED = 20 * PrintOrders.MOST;

    private final ReadOrders orders;
    private final Shop shop;

    ChosenOrders(ReadOrders orders, Shop shop) {
        this.orders = orders;
        this.shop = shop;
    }

    /**
     * Orders of one document.
     *
     * @param filter what they are a part of, or null if they were chosen one by one
     * @param before how many that match stand in the documents before
     * @param next the cursor of the document after this one, or null if this is the last
     */
    record Part(
            List<OrderNumber> numbers,
            @Nullable String filter,
            int before,
            @Nullable String next) {

        int last() {
            return before + numbers.size();
        }
    }

    /** A text that is no number is passed over. */
    private static Part named(PrintForm form) {
        List<OrderNumber> numbers = form.numbers().stream()
                .flatMap(typed -> named(typed).stream())
                .distinct()
                .toList();
        if (numbers.size() > PrintOrders.MOST) {
            throw new InvalidInput("/number", "must be at most " + PrintOrders.MOST + " orders; choose all that match");
        }
        return new Part(numbers, form.partOf(), form.ordersBefore(), form.end());
    }

    Part of(Caller caller, PrintForm form) {
        return form.filter() == null ? named(form) : matching(caller, form.filter(), form);
    }

    /** How many orders there are of which that is a part, counted no further than to one more than {@link #COUNTED}. */
    int matching(Caller caller, String filter) {
        return orders.count(caller, ListQuery.wanted(filter, shop), COUNTED + 1);
    }

    private static Optional<OrderNumber> named(String typed) {
        try {
            return Optional.of(OrderNumber.parse(typed));
        } catch (InvalidInput noNumber) {
            return Optional.empty();
        }
    }

    private Part matching(Caller caller, String filter, PrintForm form) {
        ReadOrders.Wanted wanted = ListQuery.wanted(filter, shop);
        List<OrderNumber> matching = new ArrayList<>();
        String cursor = form.begin();
        do {
            int room = Math.min(PageRequest.MOST, PrintOrders.MOST - matching.size());
            PageRequest next = new PageRequest(room, cursor == null ? null : Cursor.read(cursor));
            Page<OrderView> page = orders.list(caller, wanted, next);
            page.items().forEach(order -> matching.add(order.number()));
            cursor = page.nextCursor();
        } while (cursor != null && matching.size() < PrintOrders.MOST);
        return new Part(matching, filter, form.ordersBefore(), cursor);
    }
}
