package badhouse.orders;

import badhouse.office.DailyReport;

/** Leans on the office. */
interface ReportedOrders {

    DailyReport report();
}
