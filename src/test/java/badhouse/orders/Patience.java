package badhouse.orders;

/** Sleeps instead of waiting for a fact. */
class Patience {

    void waitAWhile() throws InterruptedException {
        Thread.sleep(1);
    }
}
