package io.agizo.office.pages.order;

import io.agizo.api.PageRequest;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.notifications.ListMessages;
import io.agizo.orders.ForeseeSteps;
import io.agizo.orders.KeepPrivateNote;
import io.agizo.orders.OrderNumber;
import io.agizo.orders.OrderSort;
import io.agizo.orders.OrderView;
import io.agizo.orders.ReadOrders;
import io.agizo.orders.StepKind;
import io.agizo.pages.Form;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts the page of one order together. */
@Component
class OrderSheet {

    static final String PATH = "/office/orders/{number}";

    private static final String PAGE = "office/order/order";

    /** So many of the customer's other orders; the list of orders has the rest. */
    private static final int OTHERS = 5;

    /** More texts than an order usually has; the page of texts has the rest. */
    private static final PageRequest TEXTS = new PageRequest(50, null);

    private final ReadOrders orders;
    private final ForeseeSteps foresee;
    private final KeepPrivateNote notes;
    private final ListMessages messages;

    OrderSheet(ReadOrders orders, ForeseeSteps foresee, KeepPrivateNote notes, ListMessages messages) {
        this.orders = orders;
        this.foresee = foresee;
        this.notes = notes;
        this.messages = messages;
    }

    /** A number as people type or scan it; whoever may not do what they want with the order is not told whether there is one. */
    static OrderNumber number(Caller caller, Permission needed, String typed) {
        caller.must(needed);
        try {
            return OrderNumber.parse(typed);
        } catch (InvalidInput noNumber) {
            throw new NotFound("There is no order of that number; one looks like A7K2-9QX.");
        }
    }

    OrderView order(Caller caller, OrderNumber number) {
        return orders.one(caller, number);
    }

    boolean mayEdit(Caller caller, OrderView order) {
        return foresee.of(caller, order).containsKey(StepKind.EDIT);
    }

    String show(Caller caller, OrderView order, @Nullable StepKind open, Form form, String back, Model model) {
        boolean readsTexts = caller.may(Permission.MESSAGES_READ);
        model.addAttribute(
                "view",
                new OrderPageView(
                        order,
                        notes.read(caller, order.number()),
                        readsTexts
                                ? messages.page(caller, order.number(), null, TEXTS)
                                        .items()
                                : null,
                        others(caller, order),
                        foresee.of(caller, order),
                        open,
                        form,
                        back));
        return PAGE;
    }

    private List<OrderView> others(Caller caller, OrderView order) {
        if (order.customer() == null || order.customer().deleted()) {
            return List.of();
        }
        var theirs = new ReadOrders.Wanted(
                null, Objects.requireNonNull(order.customer()).code(), null, null, null, OrderSort.NEWEST);
        return orders.list(caller, theirs, new PageRequest(OTHERS + 1, null)).items().stream()
                .filter(other -> !other.number().equals(order.number()))
                .limit(OTHERS)
                .toList();
    }
}
