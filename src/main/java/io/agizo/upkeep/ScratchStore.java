package io.agizo.upkeep;

import com.zaxxer.hikari.HikariDataSource;
import io.agizo.shared.CannotStart;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A database of its own, beside that of the shop on the same server, for as long as a backup is tried. */
final class ScratchStore {

    /** How a database that was left behind is told from one that somebody else calls the same. */
    private static final String MARK = "Scratch of agizo drill";

    private final HikariDataSource shop;
    private final JdbcClient jdbc;
    private final String name;

    ScratchStore(HikariDataSource shop) {
        this.shop = shop;
        this.jdbc = JdbcClient.create(shop);
        this.name = jdbc.sql("select left(current_database(), 57) || '_drill'")
                .query(String.class)
                .single();
    }

    /** Its JDBC address. One that a drill left behind which was killed goes before. */
    String create() {
        boolean taken = jdbc.sql("""
                        select exists (select from pg_database
                                        where datname = ? and shobj_description(oid, 'pg_database') is distinct from ?)
                        """).params(name, MARK).query(Boolean.class).single();
        if (taken) {
            throw new CannotStart(
                    "There is a database " + name + " on the server, which no drill has made.",
                    "Give it another name: the drill needs this one.");
        }
        drop();
        try {
            jdbc.sql("create database " + quoted() + " template template0").update();
        } catch (DataAccessException e) {
            throw new CannotStart(
                    "The database " + name + " cannot be made: "
                            + e.getMostSpecificCause().getMessage() + ".",
                    "The role of the shop needs CREATEDB: alter role … createdb.",
                    e);
        }
        jdbc.sql("comment on database " + quoted() + " is '" + MARK + "'").update();
        return shop.getJdbcUrl().replaceFirst("^(jdbc:postgresql:(?://[^/?]*/)?)[^?]*", "$1" + name);
    }

    void drop() {
        jdbc.sql("drop database if exists " + quoted() + " with (force)").update();
    }

    private String quoted() {
        return Snapshot.quoted(name);
    }
}
