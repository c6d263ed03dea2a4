package io.agizo.inventory;

import javax.sql.DataSource;

/** Checks the levels against the ledger in a database that no shop serves, such as one that was restored for a try. */
public final class CheckLedger {

    /** One is too many. */
    private static final int MOST_DIFFERENCES = 100;

    private CheckLedger() {}

    /** How many products have a level that is not what their ledger adds up to. */
    public static int differences(DataSource database) {
        return LedgerStore.of(database).offTheLedger(MOST_DIFFERENCES).size();
    }
}
