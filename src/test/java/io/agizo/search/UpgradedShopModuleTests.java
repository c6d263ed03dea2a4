package io.agizo.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.Callers;
import io.agizo.ModuleContext;
import io.agizo.TestDatabase;
import io.agizo.api.IdempotentAnswers;
import io.agizo.api.PageRequest;
import io.agizo.catalog.ProductFilter;
import io.agizo.catalog.Products;
import io.agizo.customers.Customers;
import io.agizo.inventory.AdjustStock;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A shop that was filled before searches forgave. */
class UpgradedShopModuleTests {

    @Test
    void findsWhatItHadAndKeepsNothingOfTheEarlierSearch() {
        var database = new DriverManagerDataSource(TestDatabase.emptyUrl(), TestDatabase.USER, TestDatabase.PASSWORD);
        Flyway.configure().dataSource(database).target("116").load().migrate();
        JdbcClient sql = JdbcClient.create(database);
        sql.sql("""
                insert into product (id, sku, name, description, price, category, visible, version, created_at, archived_at)
                values (gen_random_uuid(), 'OLD-1', 'Mũthigu 350 g', '', 1, 'Tea', true, 1, now(), null),
                       (gen_random_uuid(), 'OLD-2', 'Forgotten broom', '', 1, null, true, 1, now(), now())
                """).update();
        sql.sql("insert into stock_level select id, 5, 0 from product where sku = 'OLD-1'")
                .update();
        sql.sql("""
                insert into customer (id, code, name, phone, locale, version, created_at, erased_at)
                values (gen_random_uuid(), 'C-1', 'Peter Ng’ang’a', '+254711000002', 'en', 1, now(), null),
                       (gen_random_uuid(), 'C-2', null, null, 'en', 1, now(), now())
                """).update();

        Flyway.configure().dataSource(database).outOfOrder(true).load().migrate();

        try (ModuleContext shop = ModuleContext.on(
                database, Products.class, AdjustStock.class, Customers.class, IdempotentAnswers.class)) {
            for (String typed : new String[] {"muthigu", "muthgiu 350g", "OLD1"}) {
                var inStock = new ProductFilter(SearchText.of(typed), "Tea", true, true);
                assertThat(shop.get(Products.class)
                                .list(Callers.shopkeeper(), inStock, null, new PageRequest(5, null))
                                .items())
                        .as(typed)
                        .hasSize(1);
            }
            for (String typed : new String[] {"nganga", "ngagna", "0711 000 002"}) {
                assertThat(shop.get(Customers.class)
                                .list(Callers.shopkeeper(), typed, new PageRequest(5, null))
                                .items())
                        .as(typed)
                        .hasSize(1);
            }
        }
        assertThat(sql.sql("select realm || ' ' || word from search_word order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("customer nganga", "customer peter", "product 350g", "product g", "product muthigu");
        assertThat(sql.sql("""
                        select relname from pg_class
                         where relname ~ '(product|customer)_(word|vocabulary|terms|search)'
                           and relnamespace = current_schema()::regnamespace
                        """).query(String.class).list()).isEmpty();
        assertThat(sql.sql(
                                "select proname from pg_proc where proname ~ '(product|customer)_(words|terms)' and proname !~ '^learn'")
                        .query(String.class)
                        .list())
                .isEmpty();
    }
}
