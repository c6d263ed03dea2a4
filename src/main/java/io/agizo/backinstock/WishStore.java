package io.agizo.backinstock;

import io.agizo.catalog.ProductId;
import io.agizo.shared.PhoneNumber;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of who wants to be told of which product. */
@Repository
class WishStore {

    private static final String COLUMNS = "id, product_id, phone, language, asked_at";

    private final JdbcClient jdbc;

    WishStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Holds the product's row, so that whoever has told the last does not forget the product meanwhile. */
    void keep(TellMe wish) {
        jdbc.sql("""
                insert into wished_product (product_id, next_at) values (?, ?)
                    on conflict (product_id) do update set product_id = excluded.product_id
                """)
                .param(wish.product().value())
                .param(timestamp(wish.askedAt()))
                .update();
        jdbc.sql("""
                insert into stock_wish (id, product_id, phone, language, asked_at) values (?, ?, ?, ?, ?)
                    on conflict (product_id, phone) do update
                    set language = excluded.language, asked_at = excluded.asked_at
                """)
                .param(wish.id())
                .param(wish.product().value())
                .param(wish.phone().e164())
                .param(wish.language())
                .param(timestamp(wish.askedAt()))
                .update();
    }

    /** A product that shoppers can have again and of which somebody may be told now; held until the transaction ends. */
    Optional<ProductId> holdOneThatIsBack(Instant now) {
        return jdbc.sql("""
                select wished.product_id
                  from wished_product wished join product_availability shelf on shelf.id = wished.product_id
                 where wished.next_at <= ? and shelf.visible and shelf.in_stock
                 order by wished.next_at limit 1 for update of wished skip locked
                """).param(timestamp(now)).query(UUID.class).optional().map(ProductId::new);
    }

    /** Takes away those who asked first; the product must be held. */
    List<TellMe> takeFirst(ProductId product, int most) {
        return jdbc.sql("""
                with first as (
                    select id from stock_wish where product_id = ? order by id limit ? for update skip locked
                )
                delete from stock_wish wish using first where wish.id = first.id
                returning wish.id, wish.product_id, wish.phone, wish.language, wish.asked_at
                """)
                .param(product.value())
                .param(most)
                .query(WishStore::wish)
                .list();
    }

    /** The next are told then; a product that nobody waits for any more is forgotten. */
    void putOff(ProductId product, Instant next) {
        jdbc.sql("update wished_product set next_at = ? where product_id = ?")
                .param(timestamp(next))
                .param(product.value())
                .update();
        jdbc.sql("""
                delete from wished_product wished
                 where product_id = ? and not exists (select from stock_wish where product_id = wished.product_id)
                """).param(product.value()).update();
    }

    List<TellMe> of(PhoneNumber phone) {
        return jdbc.sql("select " + COLUMNS + " from stock_wish where phone = ? order by id")
                .param(phone.e164())
                .query(WishStore::wish)
                .list();
    }

    void delete(PhoneNumber phone) {
        jdbc.sql("delete from stock_wish where phone = ?").param(phone.e164()).update();
    }

    int deleteOlder(Instant before, int most) {
        return jdbc.sql("""
                delete from stock_wish where id in (
                    select id from stock_wish where asked_at < ? limit ? for update skip locked)
                """).param(timestamp(before)).param(most).update();
    }

    private static TellMe wish(ResultSet row, int index) throws SQLException {
        return new TellMe(
                row.getObject("id", UUID.class),
                new ProductId(row.getObject("product_id", UUID.class)),
                new PhoneNumber(row.getString("phone")),
                row.getString("language"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
