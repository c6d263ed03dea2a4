package io.agizo.orders.web;

import io.agizo.api.Answer;
import io.agizo.api.Creates;
import io.agizo.api.CsvFile;
import io.agizo.api.Download;
import io.agizo.api.Downloads;
import io.agizo.api.IdempotencyKey;
import io.agizo.api.Needs;
import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.api.ProblemType;
import io.agizo.api.Refuses;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.orders.NewOrderRequest;
import io.agizo.orders.OrderDesk;
import io.agizo.orders.OrderNumber;
import io.agizo.orders.OrderSheet;
import io.agizo.orders.OrderStatus;
import io.agizo.orders.OrderView;
import io.agizo.orders.ReadOrders;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import io.agizo.shared.Shop;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders over REST: placing and reading. */
@RestController
@RequestMapping("/api/v1/orders")
@Tag(name = "Orders", description = "What was ordered, by whom, and what became of it.")
class OrderController {

    private static final String NEW_EXAMPLE = """
            {"customer":"C-001","lines":[{"sku":"TEA-500","quantity":2},\
            {"item":"Gift wrap","amount":"100.00","quantity":1}],"note":"Call at the gate"}""";

    private static final String CSV_EXAMPLE = """
            reference,customer,item,sku,quantity,amount,time,number,status
            WEB-10248,C-001,Kericho tea 500 g,TEA-500,2,450.00,2026-11-22T09:00:00Z,A7K2-9QX,pending
            """;

    private static final String SUMMARY_EXAMPLE = """
            {"pending":4,"accepted":2,"rejected":0,"fulfilled":31,"cancelled":1,"returned":0}""";

    private final OrderDesk desk;
    private final ReadOrders orders;
    private final PlacementAnswers answers;
    private final Shop shop;

    OrderController(OrderDesk desk, ReadOrders orders, PlacementAnswers answers, Shop shop) {
        this.desk = desk;
        this.orders = orders;
        this.answers = answers;
        this.shop = shop;
    }

    @PostMapping
    @Needs(Permission.ORDERS_PLACE)
    @Refuses({ProblemType.OUT_OF_STOCK, ProblemType.PRICE_CHANGED, ProblemType.ALREADY_PLACED, ProblemType.UNCONFIRMED})
    @Operation(
            summary = "Place an order",
            description =
                    "A line is a product at the catalogue's price, or an item with an amount of its own; all lines are placed or none. One item may also stand without lines. The customer is a code, or a name and a phone. `fulfilled` places what the customer has taken along already: it is accepted and handed over in the same moment, which needs `orders:decide` and `orders:fulfil` too.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NewOrderBody.class),
                            examples = @ExampleObject(NEW_EXAMPLE)))
    @Creates(
            value = OrderView.class,
            description = "Placed, its stock reserved and its text queued",
            example = AnswersWithOrder.EXAMPLE)
    Answer place(Caller caller, @RequestBody @Valid NewOrderBody body, @Nullable IdempotencyKey key) {
        NewOrderRequest command = body.command(shop);
        return key == null ? answers.of(desk.place(caller, command)) : desk.place(caller, command, key, answers::of);
    }

    @GetMapping
    @Needs(Permission.ORDERS_READ)
    @Operation(
            summary = "List orders",
            description =
                    "Latest first, unless sorted otherwise. As text/csv: all that match, with a row for each line, "
                            + "in one table that the upload takes.")
    Page<OrderView> list(Caller caller, @ParameterObject OrderQuery query, PageRequest page) {
        return orders.list(caller, query.wanted(shop), page);
    }

    @GetMapping(produces = CsvFile.MEDIA_TYPE)
    @Needs(Permission.ORDERS_READ)
    @Downloads(CSV_EXAMPLE)
    Download<OrderView> download(Caller caller, @ParameterObject OrderQuery query) {
        return OrderSheet.of(page -> orders.list(caller, query.wanted(shop), page));
    }

    @GetMapping("/summary")
    @Needs(Permission.ORDERS_READ)
    @Operation(summary = "Count orders by status", description = "Every status is there, also with no order in it.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, examples = @ExampleObject(SUMMARY_EXAMPLE)))
    Map<OrderStatus, Long> summary(Caller caller) {
        return orders.summary(caller);
    }

    @GetMapping("/{number}")
    @Needs(Permission.ORDERS_READ)
    @Operation(summary = "Read an order")
    @AnswersWithOrder
    OrderView read(Caller caller, @PathVariable String number) {
        return orders.one(caller, number(number));
    }

    /** An order by the number in the path, as people type it. */
    static OrderNumber number(String path) {
        try {
            return OrderNumber.parse(path);
        } catch (InvalidInput noNumber) {
            throw new NotFound("There is no order of that number; one looks like A7K2-9QX.");
        }
    }
}
