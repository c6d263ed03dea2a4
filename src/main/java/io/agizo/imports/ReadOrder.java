package io.agizo.imports;

import io.agizo.customers.CustomerCode;
import io.agizo.orders.NewOrderRequest;
import io.agizo.orders.NewOrderRequest.Buyer;
import io.agizo.orders.NewOrderRequest.Line;
import io.agizo.orders.OrderDesk;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Money;
import io.agizo.shared.Shop;
import io.agizo.shared.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes one order of the rows that share a reference. */
@Component
class ReadOrder {

    private static final String TOO_MANY_LINES =
            "is of an order with more than " + NewOrderRequest.MOST_LINES + " lines";

    private final OrderDesk desk;
    private final Shop shop;

    ReadOrder(OrderDesk desk, Shop shop) {
        this.desk = desk;
        this.shop = shop;
    }

    /** The order, or null if something is wrong with any of its rows, which {@code refused} is then told. */
    @Nullable OrderDraft from(List<StagedRow> rows, Job job, Consumer<List<RowError>> refused) {
        List<StagedRow> sound = rows.stream().filter(row -> !row.refused()).toList();
        List<RowError> errors = new ArrayList<>();
        OrderDraft draft = null;
        if (rows.size() > NewOrderRequest.MOST_LINES || !rows.getFirst().isFirstOfItsKey()) {
            sound.forEach(row -> errors.add(new RowError(row.number(), "reference", TOO_MANY_LINES)));
        } else if (!sound.isEmpty()) {
            draft = new OrderDraft(sound, command(sound, job, errors));
        }
        if (errors.isEmpty() && sound.size() == rows.size()) {
            return draft;
        }
        refused.accept(OrderDraft.withTheOthers(rows, errors));
        return null;
    }

    /** What comes of it is an order only if {@code errors} stays empty. */
    private NewOrderRequest command(List<StagedRow> rows, Job job, List<RowError> errors) {
        UploadFormat format = job.upload().format();
        List<Line> lines = new ArrayList<>(rows.size());
        for (StagedRow row : rows) {
            RowForm form = new RowForm(row, format);
            Line line = line(form);
            if (line != null) {
                lines.add(line);
            }
            errors.addAll(form.errors());
        }
        RowForm customer = ofTheWhole(rows, "customer", format);
        RowForm time = ofTheWhole(rows, "time", format);
        CustomerCode code = customer.read("customer", CustomerCode::new);
        var command = new NewOrderRequest(
                code == null ? null : new Buyer.Known(code),
                lines,
                time.instant("time"),
                "",
                reference(rows.getFirst(), job),
                job.upload().texted());
        check(command, time);
        errors.addAll(customer.errors());
        errors.addAll(time.errors());
        return command;
    }

    private @Nullable Line line(RowForm row) {
        Sku sku = row.read("sku", Sku::new);
        String item = row.text("item", NewOrderRequest.LONGEST_ITEM);
        Money amount = row.money("amount", shop);
        Integer quantity = row.integer("quantity", 1, NewOrderRequest.MOST_UNITS);
        int units = quantity == null ? 1 : quantity;
        if (sku != null) {
            return new Line.OfProduct(sku, units, amount);
        }
        if (row.isBlank("sku") && row.isBlank("item")) {
            row.refuse("item", "must be given, or the sku of a product");
        } else if (row.isBlank("sku") && row.isBlank("amount")) {
            row.refuse("amount", "must be given for an item without a sku");
        }
        return item == null || amount == null ? null : new Line.OfItem(item, amount, units);
    }

    /** The row that says something for the order as a whole; the others say the same or nothing. */
    private static RowForm ofTheWhole(List<StagedRow> rows, String column, UploadFormat format) {
        StagedRow says = rows.getFirst();
        for (StagedRow row : rows) {
            String cell = row.cell(column);
            if (says.cell(column) == null) {
                says = row;
            } else if (cell != null && !cell.equals(says.cell(column))) {
                RowForm differs = new RowForm(row, format);
                differs.refuse(column, "differs from row " + says.number() + " of the same order");
                return differs;
            }
        }
        return new RowForm(says, format);
    }

    /** Without a reference of its own an order gets one, by which it is known again if the upload is taken up anew. */
    private static String reference(StagedRow row, Job job) {
        String reference = row.cell("reference");
        return reference == null ? "upload " + job.id() + " row " + row.number() : reference;
    }

    private void check(NewOrderRequest command, RowForm form) {
        try {
            desk.check(command);
        } catch (InvalidInput invalid) {
            invalid.faults().forEach(fault -> form.refuse(RowError.column(fault.pointer()), fault.message()));
        }
    }
}
