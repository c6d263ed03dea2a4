package io.agizo.inventory.web;

import io.agizo.api.Needs;
import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.inventory.MovementView;
import io.agizo.inventory.ReadLedger;
import io.agizo.inventory.StockAudit;
import io.agizo.shared.Sku;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The stock ledger over REST. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Products and stock")
class LedgerController {

    private static final String MOVEMENTS = """
            {"items":[{"at":"2026-11-22T09:00:00Z","cause":"order-placed","onHandDelta":0,"reservedDelta":2,\
            "order":"A7K2-9QX","reason":null,"by":"Demo API client"}],"nextCursor":null}""";

    private final ReadLedger ledger;

    LedgerController(ReadLedger ledger) {
        this.ledger = ledger;
    }

    @GetMapping("/products/{sku}/movements")
    @Needs(Permission.STOCK_WRITE)
    @Operation(
            summary = "List the stock movements of a product",
            description = "The newest first: what came, went, was promised or freed, by whom and why.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, examples = @ExampleObject(MOVEMENTS)))
    Page<MovementView> movements(Caller caller, @PathVariable Sku sku, PageRequest page) {
        return ledger.movements(caller, sku, page);
    }

    @GetMapping("/stock/audit")
    @Needs(Permission.REPORTS_READ)
    @Operation(
            summary = "Check the stock against its ledger",
            description =
                    "Adds up every movement there was and lists products whose level is another, the first hundred. There must never be one. It reads the whole ledger, so ask for it as a report and not as a probe.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            examples = @ExampleObject("{\"checked\":77,\"differences\":[]}")))
    StockAudit audit(Caller caller) {
        return ledger.audit(caller);
    }
}
