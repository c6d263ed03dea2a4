package io.agizo.office.pages.front;

import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.orders.Sales;
import io.agizo.orders.SalesReport;
import io.agizo.shared.Shop;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where everyone at work begins: with what waits for them. */
@Controller
class FrontPages {

    private final Waiting waiting;
    private final FirstSteps firstSteps;
    private final Sales sales;
    private final Shop shop;

    FrontPages(Waiting waiting, FirstSteps firstSteps, Sales sales, Shop shop) {
        this.waiting = waiting;
        this.firstSteps = firstSteps;
        this.sales = sales;
        this.shop = shop;
    }

    @GetMapping("/office")
    String front(Caller caller, Model model) {
        WaitsView waits = firstSteps.hasNoOrder(caller) ? null : waiting.waits(caller);
        model.addAttribute("view", new FrontView(waits, sales(caller), firstSteps.steps(caller)));
        return "office/front/front";
    }

    /** The part that changes, for a page that is open. */
    @GetMapping("/office/waits")
    String waits(Caller caller, Model model) {
        model.addAttribute("waits", waiting.waits(caller));
        return "office/front/waits";
    }

    private @Nullable SalesView sales(Caller caller) {
        if (!caller.may(Permission.REPORTS_READ)) {
            return null;
        }
        SalesReport report = sales.report(caller, null, null);
        SalesReport.Day today = report.days().getLast();
        List<BigDecimal> takings =
                report.days().stream().map(day -> day.takings().amount()).toList();
        List<BigDecimal> orders = report.days().stream()
                .map(day -> BigDecimal.valueOf(day.orders()))
                .toList();
        return new SalesView(
                today.orders(),
                today.takings(),
                report.orders(),
                report.takings(),
                Chart.of(takings),
                Chart.of(orders),
                report.days().stream().map(this::day).toList(),
                report.bestSellers().stream()
                        .map(best -> new SalesView.Best(best.sku().value(), best.name(), best.units(), best.takings()))
                        .toList());
    }

    private SalesView.Day day(SalesReport.Day day) {
        return new SalesView.Day(noon(day.day()), day.orders(), day.takings());
    }

    private Instant noon(LocalDate day) {
        return day.atTime(LocalTime.NOON).atZone(shop.zone()).toInstant();
    }
}
