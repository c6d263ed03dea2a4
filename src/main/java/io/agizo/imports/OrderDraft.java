package io.agizo.imports;

import io.agizo.orders.NewOrderRequest;
import io.agizo.orders.OrderNumber;
import io.agizo.orders.OrderRefused;
import io.agizo.orders.OrderRefused.AlreadyPlaced;
import io.agizo.orders.OrderRefused.CartRefused;
import io.agizo.orders.OrderRefused.DeskFull;
import io.agizo.orders.OrderRefused.OutOfStock;
import io.agizo.orders.OrderRefused.PriceChanged;
import io.agizo.orders.OrderRefused.TotalTooLarge;
import io.agizo.orders.OrderRefused.Unconfirmed;
import io.agizo.orders.OrderRefused.UnknownCustomer;
import io.agizo.orders.OrderRefused.UnknownProduct;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * An order as the rows of a file want it.
 *
 * @param rows one for each of its lines, in their order
 */
record OrderDraft(List<StagedRow> rows, NewOrderRequest command) {

    /** Why its rows are refused. */
    List<RowError> errors(OrderRefused refused) {
        return switch (refused) {
            case OutOfStock(int line, var sku, int wanted, int available) ->
                errors(
                        line,
                        "quantity",
                        "asks for " + wanted + " of “" + sku + "”, of which " + available + " are there");
            case UnknownProduct(int line, var sku) -> errors(line, "sku", "is no product for sale");
            case PriceChanged(int line, var sku, var shown, var price) ->
                errors(line, "amount", "is not the price, which is " + price.plain() + "; leave it blank to take that");
            case UnknownCustomer unknown ->
                errors(firstWith("customer"), "customer", "is the code of no customer; upload the customers first");
            case TotalTooLarge tooLarge ->
                errors(0, "amount", "makes the order's total larger than the shop can write");
            case AlreadyPlaced before -> throw notOurs(refused);
            case DeskFull full -> throw notOurs(refused);
            case Unconfirmed lost -> throw notOurs(refused);
            case CartRefused noCart -> throw notOurs(refused);
        };
    }

    private List<RowError> errors(int line, String column, String message) {
        return withTheOthers(rows, List.of(new RowError(rows.get(line).number(), column, message)));
    }

    /** What is to be said if it was placed before, and deleted since. */
    List<RowError> deletedSince(OrderNumber number) {
        return List.of(RowError.note(
                rows.getFirst().number(),
                ImportKind.ORDERS.key(),
                "was placed before as order " + number + ", which was deleted since and stays so"));
    }

    /** The line whose row says something for the order as a whole. */
    int firstWith(String column) {
        int line = 0;
        while (rows.get(line).cell(column) == null) {
            line++;
        }
        return line;
    }

    private static IllegalStateException notOurs(OrderRefused refused) {
        return new IllegalStateException("No row is at fault for " + refused);
    }

    /**
     * Adds to the errors of some rows of an order those of its others, which cannot be placed without them. Rows that were
     * refused when they were read have their errors already.
     */
    static List<RowError> withTheOthers(List<StagedRow> rows, List<RowError> errors) {
        List<Integer> atFault = Stream.concat(
                        rows.stream().filter(StagedRow::refused).map(StagedRow::number),
                        errors.stream().map(RowError::row))
                .toList();
        List<RowError> all = new ArrayList<>(errors);
        for (StagedRow row : rows) {
            if (!atFault.contains(row.number())) {
                String message = "is of an order that was refused for row " + atFault.getFirst();
                all.add(new RowError(row.number(), ImportKind.ORDERS.key(), message));
            }
        }
        return all;
    }
}
