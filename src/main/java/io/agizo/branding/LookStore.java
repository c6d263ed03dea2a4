package io.agizo.branding;

import io.agizo.pictures.Picture;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the shop's look. */
@Repository
class LookStore {

    private static final String LOOK = """
            select version, name, line_en, line_sw, delivery_en, delivery_sw, colour, dark_colour, logo from shop_look
            """;

    private final JdbcClient jdbc;

    LookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Look read() {
        return jdbc.sql(LOOK).query(LookStore::look).single();
    }

    Look lock() {
        return jdbc.sql(LOOK + " for update").query(LookStore::look).single();
    }

    void write(Look look) {
        LookDetails details = look.details();
        jdbc.sql("""
                        update shop_look
                           set version = ?, name = ?, line_en = ?, line_sw = ?, delivery_en = ?, delivery_sw = ?,
                               colour = ?, dark_colour = ?, logo = ?
                        """)
                .param(look.version())
                .param(details.name())
                .param(details.lineEn())
                .param(details.lineSw())
                .param(details.deliveryEn())
                .param(details.deliverySw())
                .param(details.colour())
                .param(details.darkColour())
                .param(look.logo() == null ? null : look.logo().text())
                .update();
    }

    private static Look look(ResultSet row, int number) throws SQLException {
        LookDetails details = new LookDetails(
                row.getString("name"),
                row.getString("line_en"),
                row.getString("line_sw"),
                row.getString("delivery_en"),
                row.getString("delivery_sw"),
                row.getString("colour"),
                row.getString("dark_colour"));
        @Nullable String logo = row.getString("logo");
        return new Look(row.getInt("version"), details, logo == null ? null : Picture.read(logo));
    }
}
