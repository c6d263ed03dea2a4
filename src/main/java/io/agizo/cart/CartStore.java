package io.agizo.cart;

import io.agizo.catalog.ProductId;
import io.agizo.shared.Columns;
import io.agizo.shared.Money;
import io.agizo.shared.Shop;
import io.agizo.shared.Sku;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The SQL of carts, and of what is available of the products in them. */
@Component
class CartStore {

    private final JdbcClient jdbc;
    private final Shop shop;

    CartStore(JdbcClient jdbc, Shop shop) {
        this.jdbc = jdbc;
        this.shop = shop;
    }

    private record NewLine(CartId cart, CartLine line) {}

    void insert(Cart cart) {
        jdbc.sql("insert into cart (id, version, shown_at, expires_at) values (?, ?, ?, ?)")
                .params(cart.id().hash(), cart.version(), timestamp(cart.shownAt()), timestamp(cart.expiresAt()))
                .update();
    }

    Map<CartId, Cart> find(Collection<CartId> carts, Instant now) {
        return read(carts, now, "");
    }

    /** Reads carts and locks them until the transaction ends, always in the same order so that no two wait for each other. */
    Map<CartId, Cart> lock(Collection<CartId> carts, Instant now) {
        return read(carts, now, " order by id for update");
    }

    /**
     * The lines are read by a statement of their own, which begins once the carts are locked: it sees what those did who
     * held them before.
     */
    private Map<CartId, Cart> read(Collection<CartId> carts, Instant now, String locking) {
        Map<UUID, CartId> ids = carts.stream().distinct().collect(Collectors.toMap(CartId::hash, Function.identity()));
        Map<CartId, Cart> found = HashMap.newHashMap(ids.size());
        jdbc.sql("""
                select id, version, shown_at, expires_at, order_number
                  from cart where id = any (?::uuid[]) and expires_at > ?
                """ + locking)
                .param(Columns.texts(ids.keySet(), id -> id))
                .param(timestamp(now))
                .query(row -> {
                    Cart cart = cart(row, ids);
                    found.put(cart.id(), cart);
                });
        if (!found.isEmpty()) {
            Map<CartId, List<CartLine>> lines = lines(ids);
            found.replaceAll((id, cart) -> new Cart(
                    id,
                    cart.version(),
                    cart.shownAt(),
                    cart.expiresAt(),
                    cart.order(),
                    lines.getOrDefault(id, List.of())));
        }
        return found;
    }

    private Map<CartId, List<CartLine>> lines(Map<UUID, CartId> carts) {
        Map<CartId, List<CartLine>> found = new HashMap<>();
        jdbc.sql("""
                select cart_id, sku, quantity, added_at, name, product_id, price, enough
                  from cart_line where cart_id = any (?::uuid[]) order by cart_id, added_at, sku
                """).param(Columns.texts(carts.keySet(), id -> id)).query(row -> {
            CartId cart = carts.get(row.getObject("cart_id", UUID.class));
            if (cart != null) {
                found.computeIfAbsent(cart, id -> new ArrayList<>()).add(line(row));
            }
        });
        return found;
    }

    /** Writes carts that are locked, with those of their lines that are new or other than before. */
    void save(Collection<Cart> carts) {
        List<NewLine> lines = carts.stream()
                .flatMap(cart -> cart.lines().stream().map(line -> new NewLine(cart.id(), line)))
                .toList();
        jdbc.sql("""
                with written as (
                    insert into cart_line as present
                           (cart_id, sku, quantity, added_at, name, product_id, price, enough)
                    select * from unnest(?::uuid[], ?::text[], ?::integer[], ?::timestamptz[], ?::text[], ?::uuid[],
                                         ?::numeric[], ?::boolean[])
                        on conflict (cart_id, sku) do update
                       set quantity = excluded.quantity, name = excluded.name, product_id = excluded.product_id,
                           price = excluded.price, enough = excluded.enough
                     where (present.quantity, present.name, present.product_id, present.price, present.enough)
                           is distinct from
                           (excluded.quantity, excluded.name, excluded.product_id, excluded.price, excluded.enough)
                )
                update cart
                   set version = saved.version, shown_at = saved.shown_at, expires_at = saved.expires_at
                  from unnest(?::uuid[], ?::integer[], ?::timestamptz[], ?::timestamptz[])
                       as saved (id, version, shown_at, expires_at)
                 where cart.id = saved.id
                """)
                .param(Columns.texts(lines, line -> line.cart().hash()))
                .param(Columns.texts(lines, line -> line.line().sku()))
                .param(Columns.ints(lines, line -> line.line().quantity()))
                .param(Columns.texts(lines, line -> line.line().addedAt()))
                .param(Columns.texts(lines, line -> line.line().name()))
                .param(Columns.texts(
                        lines,
                        line -> line.line().product() == null
                                ? null
                                : line.line().product().value()))
                .param(Columns.texts(
                        lines,
                        line -> line.line().price() == null
                                ? null
                                : line.line().price().amount()))
                .param(Columns.texts(lines, line -> line.line().enough()))
                .param(Columns.texts(carts, cart -> cart.id().hash()))
                .param(Columns.ints(carts, Cart::version))
                .param(Columns.texts(carts, Cart::shownAt))
                .param(Columns.texts(carts, Cart::expiresAt))
                .update();
    }

    void deleteLines(CartId cart, Collection<Sku> skus) {
        jdbc.sql("delete from cart_line where cart_id = ? and sku = any (?::text[])")
                .param(cart.hash())
                .param(Columns.texts(skus, Sku::value))
                .update();
    }

    /** Gives open carts, which must be locked, the numbers of their orders; returns how many were open. */
    int checkOut(Map<CartId, String> orders, Instant expiresAt) {
        return jdbc.sql("""
                update cart
                   set order_number = placed.order_number, version = version + 1, expires_at = ?
                  from unnest(?::uuid[], ?::text[]) as placed (id, order_number)
                 where cart.id = placed.id and cart.order_number is null
                """)
                .param(timestamp(expiresAt))
                .param(Columns.texts(orders.keySet(), CartId::hash))
                .param(Columns.texts(orders.values(), number -> number))
                .update();
    }

    /** Deletes carts that have expired, at most so many; those that somebody holds are left for the next time. */
    int deleteExpired(Instant now, int most) {
        return jdbc.sql("""
                with gone as (
                    delete from cart
                     where id in (select id from cart where expires_at <= ? order by expires_at limit ?
                                     for update skip locked)
                    returning id
                ), lines as (
                    delete from cart_line using gone where cart_line.cart_id = gone.id
                )
                select count(*) from gone
                """).params(timestamp(now), most).query(Integer.class).single();
    }

    /** How many units of each product can be ordered, from what the inventory publishes. */
    Map<ProductId, Integer> available(Collection<ProductId> products) {
        Map<ProductId, Integer> available = HashMap.newHashMap(products.size());
        jdbc.sql("select product_id, available from product_stock where product_id = any (?::uuid[])")
                .param(Columns.texts(products, ProductId::value))
                .query(row -> {
                    available.put(new ProductId(row.getObject(1, UUID.class)), row.getInt(2));
                });
        return available;
    }

    private static Cart cart(ResultSet row, Map<UUID, CartId> ids) throws SQLException {
        CartId id = ids.get(row.getObject("id", UUID.class));
        if (id == null) {
            throw new IllegalStateException("A cart was read that nobody asked for");
        }
        return new Cart(
                id,
                row.getInt("version"),
                instant(row, "shown_at"),
                instant(row, "expires_at"),
                row.getString("order_number"),
                List.of());
    }

    private CartLine line(ResultSet row) throws SQLException {
        UUID product = row.getObject("product_id", UUID.class);
        BigDecimal price = row.getBigDecimal("price");
        return new CartLine(
                new Sku(row.getString("sku")),
                row.getInt("quantity"),
                instant(row, "added_at"),
                row.getString("name"),
                product == null ? null : new ProductId(product),
                price == null ? null : new Money(price, shop.currency()),
                row.getBoolean("enough"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
