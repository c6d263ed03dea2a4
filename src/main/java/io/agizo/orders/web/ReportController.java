package io.agizo.orders.web;

import io.agizo.api.Needs;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.orders.Sales;
import io.agizo.orders.SalesReport;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.TimeSpan;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports over REST. */
@RestController
@RequestMapping("/api/v1/reports")
@Tag(name = "Reports", description = "What the shop sold.")
class ReportController {

    private static final String EXAMPLE = """
            {"from":"2026-11-21","to":"2026-11-22","orders":3,"takings":"1450.00",\
            "days":[{"day":"2026-11-21","orders":0,"takings":"0.00"},{"day":"2026-11-22","orders":3,"takings":"1450.00"}],\
            "bestSellers":[{"sku":"TEA-500","name":"Kericho tea 500 g","units":3,"takings":"1350.00"}]}""";

    private final Sales sales;

    ReportController(Sales sales) {
        this.sales = sales;
    }

    @GetMapping("/sales")
    @Needs(Permission.REPORTS_READ)
    @Operation(
            summary = "Report sales",
            description =
                    "Orders that are accepted or fulfilled, by the day of their time in the shop's time zone, and what they "
                            + "come to without what was returned. Best sellers are the ten products of which the most units went.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = SalesReport.class),
                            examples = @ExampleObject(EXAMPLE)))
    SalesReport sales(
            Caller caller,
            @Parameter(description = "The first day; 30 days until the last if left out", example = "2026-11-21")
                    @RequestParam(required = false)
                    @Nullable String from,
            @Parameter(
                            description = "The last day; today if left out, and at most 92 days in all",
                            example = "2026-11-22")
                    @RequestParam(required = false)
                    @Nullable String to) {
        return sales.report(caller, day("/from", from), day("/to", to));
    }

    private static @Nullable LocalDate day(String pointer, @Nullable String text) {
        return text == null
                ? null
                : TimeSpan.day(text).orElseThrow(() -> new InvalidInput(pointer, "must be a day such as 2026-11-22"));
    }
}
