package io.agizo.catalog;

import io.agizo.identity.Caller;
import java.util.Map;

/** Books the first stock of new products; the inventory does it, within the catalogue's transaction. */
public interface OpeningStock {

    /** Opens a stock level for each product, with the units on hand that it starts with, zero or more. */
    void open(Caller caller, Map<ProductId, Integer> unitsOnHand);
}
