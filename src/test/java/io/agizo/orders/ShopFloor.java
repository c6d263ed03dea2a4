package io.agizo.orders;

import io.agizo.ModuleContext;
import io.agizo.TestDatabase;
import io.agizo.api.Answer;
import io.agizo.api.IdempotencyKey;
import io.agizo.api.IdempotentAnswers;
import io.agizo.cart.HoldCarts;
import io.agizo.catalog.PriceList;
import io.agizo.customers.CustomerDirectory;
import io.agizo.inventory.Stock;
import io.agizo.notifications.TextFixtures;
import io.agizo.shared.Ids;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A shop with an order desk on a real database, whose worker works only when told to, and what tests want to know of its books. */
final class ShopFloor implements AutoCloseable {

    private final ModuleContext modules;

    private ShopFloor(DataSource database) {
        modules = ModuleContext.on(
                database,
                OrderDesk.class,
                Stock.class,
                PriceList.class,
                HoldCarts.class,
                CustomerDirectory.class,
                IdempotentAnswers.class,
                TextFixtures.class);
        modules.get(ManyOrdersLoop.class).stop();
    }

    static ShopFloor open() {
        return new ShopFloor(TestDatabase.fresh());
    }

    /** Another replica of the shop, with a desk of its own, on a database that is shared. */
    static ShopFloor on(DataSource database) {
        return new ShopFloor(database);
    }

    OrderDesk desk() {
        return modules.get(OrderDesk.class);
    }

    <T> T get(Class<T> type) {
        return modules.get(type);
    }

    JdbcClient sql() {
        return modules.sql();
    }

    ModuleContext modules() {
        return modules;
    }

    /** Puts a product on the shelf, at 450.00. */
    UUID stock(String sku, int units) {
        UUID product = Ids.next();
        sql().sql("""
                insert into product (id, sku, name, description, price, visible, version, created_at)
                values (?, ?, ?, '', 450, true, 1, now())
                """).params(product, sku, "The " + sku).update();
        sql().sql("insert into stock_level values (?, ?, 0)")
                .params(product, units)
                .update();
        sql().sql("insert into stock_movement values (?, ?, 'opening', ?, 0, null, null, 'test', now())")
                .params(product, Ids.next(), units)
                .update();
        return product;
    }

    void knowCustomer(String code, String phone) {
        sql().sql(
                        "insert into customer (id, code, name, phone, locale, version, created_at) values (?, ?, ?, ?, 'en', 1, now())")
                .params(Ids.next(), code, "Customer " + code, phone)
                .update();
    }

    long count(String from) {
        return sql().sql("select count(*) from " + from).query(Long.class).single();
    }

    int reserved(UUID product) {
        return sql().sql("select reserved from stock_level where product_id = ?")
                .param(product)
                .query(Integer.class)
                .single();
    }

    /** Products whose ledger does not add up to their level: there must never be one. */
    long productsOffTheLedger() {
        return count("""
                stock_level level join (
                    select product_id, sum(on_hand_delta) as on_hand, sum(reserved_delta) as reserved
                      from stock_movement group by product_id) ledger using (product_id)
                 where (level.on_hand, level.reserved) is distinct from (ledger.on_hand, ledger.reserved)""");
    }

    /** Products of which more or less is reserved than open orders wait for: there must never be one. */
    long productsOffTheOpenOrders() {
        return count("""
                stock_level level left join (
                    select product_id, sum(quantity - fulfilled) as waiting
                      from order_line join orders on orders.id = order_line.order_id
                     where status in ('pending', 'accepted') and voided_at is null and product_id is not null
                     group by product_id) open using (product_id)
                 where reserved <> coalesce(waiting, 0)""");
    }

    /**
     * Products of which not all that ever came in is on hand, with a customer, or written off: there must never be one.
     * Orders say what customers have, and the ledger what came in and was written off.
     */
    long productsOffTheBooks() {
        return count("""
                stock_level level join (
                    select product_id,
                           sum(on_hand_delta) filter (where kind not like 'order-%') as came_in,
                           sum(coalesce(substring(reason from '^([0-9]+) written off$')::int, 0))
                               filter (where kind like 'order-%') as written_off
                      from stock_movement group by product_id) ledger using (product_id)
                 left join (
                    select product_id, sum(fulfilled - returned) as handed_over
                      from order_line group by product_id) customers using (product_id)
                 where came_in <> on_hand + coalesce(handed_over, 0) + coalesce(written_off, 0)""");
    }

    /** Steps of orders that should have a text of their own and have none, and texts without a step. */
    long stepsOffTheTexts() {
        return count("""
                (select order_id, event || case when event in ('edited', 'part-fulfilled', 'part-returned')
                                                then '-' || seq else '' end as occasion
                   from order_event
                  where event <> 'voided' and (event <> 'edited' or detail ~ '(^|; )total ')) steps
                 full join message using (order_id, occasion)
                 where steps.order_id is null or message.id is null""");
    }

    static IdempotencyKey key(String name, String request) {
        return new IdempotencyKey(uuid(name), uuid(request));
    }

    private static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** A door that answers with the order's number, or with the name of the refusal. */
    static Answer plainDoor(Placement placement) {
        return switch (placement) {
            case Placement.Placed(OrderView order) ->
                new Answer(201, "application/json", null, null, order.number().value());
            case OrderRefused refused ->
                new Answer(
                        409, "application/json", null, null, refused.getClass().getSimpleName());
        };
    }

    @Override
    public void close() {
        modules.close();
    }
}
