package io.agizo.staff;

import io.agizo.Callers;
import io.agizo.ModuleContext;
import io.agizo.accounts.AccountId;
import io.agizo.accounts.Accounts;
import io.agizo.api.IdempotentAnswers;
import io.agizo.backinstock.WishesOfPerson;
import io.agizo.cart.HoldCarts;
import io.agizo.catalog.PriceList;
import io.agizo.customers.Customers;
import io.agizo.identity.Caller;
import io.agizo.identity.People;
import io.agizo.inventory.Stock;
import io.agizo.leaving.DeleteAccount;
import io.agizo.notifications.SendSecret;
import io.agizo.orders.OrderDesk;
import io.agizo.shared.PhoneNumber;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One replica of a shop with accounts, and people in it. */
public final class AccountFixtures {

    private static final Pattern TOKEN = Pattern.compile("token=([A-Za-z0-9_-]+)");
    private static final AtomicInteger PHONES = new AtomicInteger();

    private AccountFixtures() {}

    /** With the programs that the callers of {@link Callers} are. */
    public static ModuleContext shop(DataSource database) {
        ModuleContext shop = ModuleContext.on(
                database,
                Accounts.class,
                Employees.class,
                DeleteAccount.class,
                WishesOfPerson.class,
                Customers.class,
                SendSecret.class,
                OrderDesk.class,
                Stock.class,
                PriceList.class,
                HoldCarts.class,
                IdempotentAnswers.class);
        program(shop, Callers.shopkeeper());
        return shop;
    }

    /** What people may do, without the rest of the module. */
    public static People people(JdbcClient sql) {
        return new KnownPeople(new CallerStore(sql));
    }

    /** A program that may do what the caller may; one that is there stays as it is. */
    static void program(ModuleContext shop, Caller caller) {
        shop.sql()
                .sql("""
                        insert into api_client (id, name, secret_hash, scopes, created_at) values (?, ?, '', ?, now())
                            on conflict (id) do nothing
                        """)
                .param(caller.id())
                .param(caller.name())
                .param(Scopes.of(caller.permissions()).toArray(String[]::new))
                .update();
    }

    /** A phone that nobody else has. */
    public static PhoneNumber phone() {
        return new PhoneNumber("+2547110%05d".formatted(PHONES.incrementAndGet()));
    }

    static EmployeeDetails invited(String name, @Nullable String role, @Nullable List<String> permissions) {
        return new EmployeeDetails(name, null, phone().e164(), role, permissions);
    }

    /** Invites someone and has them accept; an owner is made one behind the shop's back, since only an owner could do it. */
    static EmployeeView hired(ModuleContext shop, Caller by, String name, String role) {
        boolean owner = role.equals(Role.OWNER);
        EmployeeView employee =
                shop.get(InviteEmployee.class).invite(by, invited(name, owner ? "manager" : role, null));
        shop.get(AcceptInvitation.class).accept(lastToken(shop), null, "en");
        if (owner) {
            shop.sql()
                    .sql("update employee set role = 'owner' where id = ?")
                    .param(employee.id().value())
                    .update();
        }
        return shop.get(Employees.class).get(by, employee.id());
    }

    static EmployeeDetails withRole(EmployeeDetails details, String role) {
        return new EmployeeDetails(details.name(), details.email(), details.phone(), role, details.permissions());
    }

    static EmployeeDetails withPermissions(EmployeeDetails details, String... permissions) {
        return new EmployeeDetails(
                details.name(), details.email(), details.phone(), details.role(), List.of(permissions));
    }

    /** The secret in the text that was queued last. */
    static String lastToken(ModuleContext shop) {
        Matcher text = TOKEN.matcher(shop.sql()
                .sql("select body from message where body is not null order by id desc limit 1")
                .query(String.class)
                .single());
        if (!text.find()) {
            throw new AssertionError("The last text holds no link");
        }
        return text.group(1);
    }

    /** As they may act at this moment, on this replica. */
    static Caller now(ModuleContext shop, EmployeeView employee) {
        AccountId account =
                shop.get(EmployeeStore.class).find(employee.id()).orElseThrow().account();
        if (account == null) {
            throw new AssertionError(employee.name() + " has not accepted yet");
        }
        return shop.get(People.class).find(account.value()).orElseThrow();
    }
}
