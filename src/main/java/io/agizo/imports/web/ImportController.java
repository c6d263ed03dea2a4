package io.agizo.imports.web;

import io.agizo.api.Answer;
import io.agizo.api.IdempotencyKey;
import io.agizo.api.Needs;
import io.agizo.api.ProblemType;
import io.agizo.api.Refuses;
import io.agizo.identity.Caller;
import io.agizo.imports.ImportId;
import io.agizo.imports.ImportKind;
import io.agizo.imports.ImportReport;
import io.agizo.imports.ReadImports;
import io.agizo.imports.StoreUpload;
import io.agizo.imports.Upload;
import io.agizo.imports.UploadTooLarge;
import io.agizo.shared.InvalidInput;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Uploads over REST: sending a file, and asking what became of its rows. */
@RestController
@RequestMapping(ImportController.PATH)
@Tag(name = "Uploads", description = "Customers, products and orders by the thousand, from files.")
class ImportController {

    static final String PATH = "/api/v1/imports";

    private static final String ACCEPTED = """
            {"id":"019aab5e-1f00-7000-8000-000000000001"}""";

    private static final String REPORT = """
            {"id":"019aab5e-1f00-7000-8000-000000000001","kind":"orders","state":"done","dryRun":false,"read":2155,\
            "accepted":2154,"rejected":1,"errors":[{"row":7,"field":"sku","message":"is no product for sale"}],"notes":[],\
            "queuedAt":"2026-11-22T09:00:00Z","finishedAt":"2026-11-22T09:00:01Z"}""";

    private final StoreUpload storeUpload;
    private final ReadImports imports;
    private final RefusedRowsFile file;

    ImportController(StoreUpload storeUpload, ReadImports imports, RefusedRowsFile file) {
        this.storeUpload = storeUpload;
        this.imports = imports;
        this.file = file;
    }

    @PostMapping(
            path = "/{kind:customers|products|orders}",
            consumes = {SentFile.CSV, SentFile.TSV, SentFile.NDJSON, SentFile.FORM})
    @Needs({})
    @Refuses(ProblemType.TOO_MANY_UPLOADS)
    @Operation(summary = "Upload customers, products or orders", description = """
                    Needs the permission to write them: customers:write, products:write or orders:place. Columns are named \
                    by the first line of a table, or by the members of a JSON object on each line: customers code, name, \
                    phone, email, locale; products sku, name, price, stock, category, description, visible; orders \
                    reference, customer, item, sku, quantity, amount, time. Rows with one reference are one order. A bad \
                    row is refused with its reason, the good ones go in, and the same file again changes nothing. A reference that \
                    the shop has with other content is refused.""")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = SentFile.CSV,
                        schema = @Schema(type = "string"),
                        examples = @ExampleObject("code,name,phone\nC-001,Amina Otieno,0711000001\n")),
                @Content(
                        mediaType = SentFile.NDJSON,
                        schema = @Schema(type = "string"),
                        examples = @ExampleObject("{\"code\":\"C-001\",\"name\":\"Amina Otieno\"}\n")),
                @Content(mediaType = SentFile.FORM, schema = @Schema(implementation = Form.class))
            })
    @ApiResponse(
            responseCode = "202",
            description = "Stored, to be worked off in the order of arrival",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = Accepted.class),
                            examples = @ExampleObject(ACCEPTED)))
    Answer upload(
            Caller caller,
            @Parameter(schema = @Schema(allowableValues = {"customers", "products", "orders"})) @PathVariable
                    String kind,
            @Parameter(description = "Checks only and writes nothing") @RequestParam(defaultValue = "false")
                    boolean dryRun,
            @Parameter(description = "Texts the customers about the orders") @RequestParam(defaultValue = "false")
                    boolean notify,
            @Parameter(
                            description =
                                    "For products: moves the stock of those that the shop has to what the file says, "
                                            + "which needs stock:write too; without it their stock stays, and notes say where it differs",
                            schema = @Schema(allowableValues = "set"))
                    @RequestParam(required = false)
                    @Nullable String stock,
            @Nullable IdempotencyKey key,
            @Parameter(hidden = true) HttpServletRequest request)
            throws HttpMediaTypeNotSupportedException {
        try {
            if (stock != null && !stock.equals("set")) {
                throw new InvalidInput("/stock", "must be set, or not be given");
            }
            SentFile file = SentFile.in(request);
            var upload =
                    new Upload(ImportKind.ofWord(kind).orElseThrow(), file.format(), dryRun, notify, stock != null);
            return storeUpload.store(caller, upload, file.bytes(), key, ImportController::accepted);
        } catch (UploadTooLarge tooLarge) {
            throw new ErrorResponseException(HttpStatus.CONTENT_TOO_LARGE, tooLarge);
        } catch (IOException brokenOff) {
            throw new ErrorResponseException(HttpStatus.BAD_REQUEST, brokenOff);
        }
    }

    @GetMapping("/{id}")
    @Needs({})
    @Operation(
            summary = "Read the report of an upload",
            description =
                    "For whoever may send such uploads. Shows the first 200 errors, and the first 200 notes on rows that went in "
                            + "except for what was left as it is.")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject(REPORT)))
    ImportReport report(Caller caller, @PathVariable UUID id) {
        return imports.report(caller, new ImportId(id));
    }

    @GetMapping("/{id}/errors.csv")
    @Needs({})
    @Operation(
            summary = "Download all errors and notes of an upload",
            description = "A table of row, field, message and whether the row was refused for it.")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = SentFile.CSV,
                            schema = @Schema(type = "string"),
                            examples =
                                    @ExampleObject("row,field,message,refused\n7,sku,is no product for sale,true\n")))
    void errors(Caller caller, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        file.send(caller, new ImportId(id), response);
    }

    private static Answer accepted(ImportId id) {
        return new Answer(202, MediaType.APPLICATION_JSON_VALUE, PATH + "/" + id, null, "{\"id\":\"" + id + "\"}");
    }

    /** For the documentation: what an upload is answered with. */
    record Accepted(UUID id) {}

    /** For the documentation: a file sent as a form. */
    record Form(@Schema(type = "string", format = "binary") String file) {}
}
