package io.agizo.customers.web;

import io.agizo.api.Answer;
import io.agizo.api.Answers;
import io.agizo.api.Creates;
import io.agizo.api.CsvFile;
import io.agizo.api.Download;
import io.agizo.api.Downloads;
import io.agizo.api.IdempotencyKey;
import io.agizo.api.IdempotentAnswers;
import io.agizo.api.IfMatch;
import io.agizo.api.MergePatch;
import io.agizo.api.Needs;
import io.agizo.api.Page;
import io.agizo.api.PageRequest;
import io.agizo.api.ProblemType;
import io.agizo.api.Refuses;
import io.agizo.customers.CustomerCode;
import io.agizo.customers.CustomerDetails;
import io.agizo.customers.CustomerView;
import io.agizo.customers.Customers;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Customers over REST. */
@RestController
@RequestMapping(CustomerController.PATH)
@Tag(name = "Customers", description = "Who orders, and where texts about their orders go.")
class CustomerController {

    static final String PATH = "/api/v1/customers";

    private static final String NEW_EXAMPLE = """
            {"code":"C-001","name":"Amina Otieno","phone":"0711000001","email":null,"locale":"en"}""";

    private static final String EXAMPLE = """
            {"code":"C-001","name":"Amina Otieno","phone":"+254711000001","email":null,"locale":"en",\
            "createdAt":"2026-11-22T09:00:00Z"}""";

    private static final String CSV_EXAMPLE = """
            code,name,phone,email,locale
            C-001,Amina Otieno,'+254711000001,,en
            """;

    private final Customers customers;
    private final Answers answers;
    private final IdempotentAnswers idempotent;
    private final MergePatch mergePatch;

    CustomerController(Customers customers, Answers answers, IdempotentAnswers idempotent, MergePatch mergePatch) {
        this.customers = customers;
        this.answers = answers;
        this.idempotent = idempotent;
        this.mergePatch = mergePatch;
    }

    @PostMapping
    @Needs(Permission.CUSTOMERS_WRITE)
    @Refuses(ProblemType.DUPLICATE_CODE)
    @Operation(
            summary = "Record a customer",
            description = "Only the name is required. A missing code is assigned; the phone is kept in E.164.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = CustomerDetails.class),
                            examples = @ExampleObject(NEW_EXAMPLE)))
    @Creates(value = CustomerView.class, description = "Recorded", example = EXAMPLE)
    Answer register(Caller caller, @Nullable IdempotencyKey key, @RequestBody CustomerDetails details) {
        return idempotent.once(key, () -> recorded(customers.register(caller, details)));
    }

    @GetMapping
    @Needs(Permission.CUSTOMERS_READ)
    @Operation(
            summary = "List customers",
            description =
                    "Latest first; what q finds, the best match first. As text/csv: all that match, in one table that the upload takes.")
    Page<CustomerView> list(
            Caller caller,
            @Parameter(
                            description =
                                    "Words of the code, the name or the phone, all of them; a word may be unfinished or misspelt",
                            example = "amina")
                    @RequestParam(required = false)
                    @Nullable String q,
            PageRequest page) {
        return customers.list(caller, q, page);
    }

    @GetMapping(produces = CsvFile.MEDIA_TYPE)
    @Needs(Permission.CUSTOMERS_READ)
    @Downloads(CSV_EXAMPLE)
    Download<CustomerView> download(
            Caller caller,
            @Parameter(
                            description =
                                    "Words of the code, the name or the phone, all of them; a word may be unfinished or misspelt",
                            example = "amina")
                    @RequestParam(required = false)
                    @Nullable String q) {
        return Download.ofRows(
                "customers.csv",
                List.of("code", "name", "phone", "email", "locale"),
                page -> customers.list(caller, q, page),
                customer -> Arrays.asList(
                        customer.code(), customer.name(), customer.phone(), customer.email(), customer.locale()));
    }

    @GetMapping("/{code}")
    @Needs(Permission.CUSTOMERS_READ)
    @Operation(summary = "Read a customer")
    CustomerView get(Caller caller, @PathVariable CustomerCode code) {
        return customers.get(caller, code);
    }

    @PatchMapping(
            path = "/{code}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    @Needs(Permission.CUSTOMERS_WRITE)
    @Refuses(ProblemType.DUPLICATE_CODE)
    @Operation(
            summary = "Change a customer",
            description =
                    "A merge patch: what is left out stays, null takes away. The code may be changed to a free one.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = "object", description = "Any fields of a new customer"),
                            examples = @ExampleObject("{\"phone\":\"0711000002\",\"email\":null}")))
    CustomerView change(Caller caller, @PathVariable CustomerCode code, IfMatch ifMatch, @RequestBody JsonNode patch) {
        return customers.change(
                caller, code, ifMatch.version(), details -> mergePatch.apply(details, patch, CustomerDetails.class));
    }

    @DeleteMapping("/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.CUSTOMERS_WRITE)
    @Operation(
            summary = "Erase a customer",
            description = "Erases the personal data for good. Orders stay, with the customer shown as deleted.")
    void erase(Caller caller, @PathVariable CustomerCode code, IfMatch ifMatch) {
        customers.erase(caller, code, ifMatch.version());
    }

    private Answer recorded(CustomerView customer) {
        return answers.created(customer, PATH + "/" + customer.code());
    }
}
