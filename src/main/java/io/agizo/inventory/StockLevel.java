package io.agizo.inventory;

/** How many units of a product the shop holds, and how many of them are promised to open orders. */
public record StockLevel(int onHand, int reserved) {

    public int available() {
        return onHand - reserved;
    }
}
