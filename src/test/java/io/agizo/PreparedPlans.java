package io.agizo;

import java.util.Objects;

/** Looks at what a query reads once it is prepared, when the planner no longer sees what is asked for. */
public final class PreparedPlans {

    private PreparedPlans() {}

    /** How many rows of the table the work reads without an index. */
    public static long rowsReadWithoutIndex(ModuleContext shop, String table, Runnable work) {
        return counted("seq_tup_read", shop, table, work);
    }

    /** How many times the work goes into an index of the table. */
    public static long looksIntoIndexes(ModuleContext shop, String table, Runnable work) {
        return counted("idx_scan", shop, table, work);
    }

    private static long counted(String counter, ModuleContext shop, String table, Runnable work) {
        return Objects.requireNonNull(shop.transaction().execute(transaction -> {
            shop.sql().sql("set local plan_cache_mode = force_generic_plan").update();
            long before = read(counter, shop, table);
            work.run();
            return read(counter, shop, table) - before;
        }));
    }

    private static long read(String counter, ModuleContext shop, String table) {
        return shop.sql()
                .sql("select " + counter + " from pg_stat_xact_user_tables where relname = ?")
                .param(table)
                .query(Long.class)
                .single();
    }
}
