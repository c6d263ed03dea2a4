package io.agizo;

import java.util.Objects;

/** Looks at what a query reads once it is prepared, when the planner no longer sees what is asked for. */
public final class PreparedPlans {

    private PreparedPlans() {}

    /** How many rows of the table the work reads without an index. */
    public static long rowsReadWithoutIndex(ModuleContext shop, String table, Runnable work) {
        return Objects.requireNonNull(shop.transaction().execute(transaction -> {
            shop.sql().sql("set local plan_cache_mode = force_generic_plan").update();
            long before = rowsRead(shop, table);
            work.run();
            return rowsRead(shop, table) - before;
        }));
    }

    private static long rowsRead(ModuleContext shop, String table) {
        return shop.sql()
                .sql("select seq_tup_read from pg_stat_xact_user_tables where relname = ?")
                .param(table)
                .query(Long.class)
                .single();
    }
}
