package io.agizo.accounts;

import io.agizo.ModuleContext;
import io.agizo.customers.Customers;
import javax.sql.DataSource;

/** One replica of a shop with accounts. */
final class AccountFixtures {

    private AccountFixtures() {}

    static ModuleContext shop(DataSource database) {
        return ModuleContext.on(database, Accounts.class, Customers.class);
    }
}
