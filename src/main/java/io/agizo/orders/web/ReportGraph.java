package io.agizo.orders.web;

import io.agizo.identity.Caller;
import io.agizo.orders.Sales;
import io.agizo.orders.SalesReport;
import io.agizo.shared.InvalidInput;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** Reports over GraphQL. */
@Controller
class ReportGraph {

    private final Sales sales;

    ReportGraph(Sales sales) {
        this.sales = sales;
    }

    @QueryMapping
    SalesReport sales(Caller caller, @Argument @Nullable Temporal from, @Argument @Nullable Temporal to) {
        return sales.report(caller, day("/from", from), day("/to", to));
    }

    private static @Nullable LocalDate day(String pointer, @Nullable Temporal time) {
        if (time == null || time instanceof LocalDate) {
            return (LocalDate) time;
        }
        throw new InvalidInput(pointer, "must be a day such as 2026-11-22");
    }

    @SchemaMapping(typeName = "SalesReport", field = "from")
    String from(SalesReport report) {
        return report.from().toString();
    }

    @SchemaMapping(typeName = "SalesReport", field = "to")
    String to(SalesReport report) {
        return report.to().toString();
    }

    @SchemaMapping(typeName = "SalesOfDay", field = "day")
    String day(SalesReport.Day day) {
        return day.day().toString();
    }
}
