package io.agizo.catalog.web;

import io.agizo.api.Answer;
import io.agizo.api.Answers;
import io.agizo.api.Creates;
import io.agizo.api.IdempotencyKey;
import io.agizo.api.IdempotentAnswers;
import io.agizo.api.IfMatch;
import io.agizo.api.MergePatch;
import io.agizo.api.Needs;
import io.agizo.api.ProblemType;
import io.agizo.api.Refuses;
import io.agizo.catalog.ImageDetails;
import io.agizo.catalog.ProductImage;
import io.agizo.catalog.ProductPictures;
import io.agizo.catalog.ProductView;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.pictures.PictureRefused;
import io.agizo.pictures.PreparedPicture;
import io.agizo.pictures.web.SentPicture;
import io.agizo.pictures.web.TakesPicture;
import io.agizo.shared.Sku;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The pictures of products over REST. */
@RestController
@RequestMapping(ProductController.PATH + "/{sku}")
@Tag(name = "Products and stock")
class ProductImageController {

    private static final String DESCRIPTION =
            "For those who cannot see it: what the picture shows, in at most 250 characters";

    private static final String EXAMPLE = """
            {"id":"5f0c6d2e9b1a4c3d8e7f60718293a4b5","description":"A packet of Kericho tea","width":1000,"height":1000,\
            "sizes":[{"width":160,"height":160,"url":"/pictures/5f0c6d2e9b1a4c3d8e7f60718293a4b5-160.webp"},\
            {"width":400,"height":400,"url":"/pictures/5f0c6d2e9b1a4c3d8e7f60718293a4b5-400.webp"},\
            {"width":1000,"height":1000,"url":"/pictures/5f0c6d2e9b1a4c3d8e7f60718293a4b5-1000.webp"}]}""";

    private final ProductPictures pictures;
    private final Answers answers;
    private final IdempotentAnswers idempotent;
    private final MergePatch mergePatch;

    ProductImageController(
            ProductPictures pictures, Answers answers, IdempotentAnswers idempotent, MergePatch mergePatch) {
        this.pictures = pictures;
        this.answers = answers;
        this.idempotent = idempotent;
        this.mergePatch = mergePatch;
    }

    /** The pictures of a product, first things first. */
    record Images(List<ProductImage> items) {}

    @PutMapping(
            path = "/image",
            consumes = {MediaType.ALL_VALUE})
    @Needs(Permission.PRODUCTS_WRITE)
    @Refuses({
        ProblemType.TOO_LARGE,
        ProblemType.UNSUPPORTED_MEDIA_TYPE,
        ProblemType.INVALID_INPUT,
        ProblemType.OVERLOADED
    })
    @Operation(
            summary = "Set a product's first picture",
            description =
                    "In place of the one that was first; the others stay. A JPEG, PNG or WebP of at most 10 MB and 40 "
                            + "megapixels, known by its content whatever its Content-Type says, or a form with it as its part file. "
                            + "It is turned upright, freed of what cameras write into it, and kept in up to three widths.")
    @TakesPicture
    @ApiResponse(
            responseCode = "200",
            description = "The product as it is now",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = ProductView.class),
                            examples = @ExampleObject(ProductController.EXAMPLE)))
    Answer setFirst(
            Caller caller,
            @PathVariable Sku sku,
            IfMatch ifMatch,
            @Parameter(description = DESCRIPTION) @RequestParam(required = false) @Nullable String description,
            @Parameter(hidden = true) HttpServletRequest request) {
        return prepared(
                caller,
                sku,
                request,
                picture -> answers.changed(pictures.setFirst(
                        caller, sku, ifMatch.version(), picture, new ImageDetails(description, null))));
    }

    @GetMapping("/images")
    @Operation(
            summary = "List the pictures of a product",
            description =
                    "In their order; the first stands for the product on a card. The addresses in them are paths on the "
                            + "shop's own host, are served to anyone, and may be kept for ever: what is there never changes.")
    @ApiResponse(responseCode = "200", content = @Content(examples = @ExampleObject("{\"items\":[" + EXAMPLE + "]}")))
    Images list(Caller caller, @PathVariable Sku sku) {
        return new Images(pictures.list(caller, sku));
    }

    @GetMapping("/images/{id}")
    @Operation(summary = "Read one of the pictures of a product")
    ProductImage get(Caller caller, @PathVariable Sku sku, @PathVariable String id) {
        return pictures.get(caller, sku, id);
    }

    @PostMapping(
            path = "/images",
            consumes = {MediaType.ALL_VALUE})
    @Needs(Permission.PRODUCTS_WRITE)
    @Refuses({
        ProblemType.TOO_LARGE,
        ProblemType.UNSUPPORTED_MEDIA_TYPE,
        ProblemType.INVALID_INPUT,
        ProblemType.OVERLOADED,
        ProblemType.CONFLICT
    })
    @Operation(
            summary = "Add a picture to a product",
            description =
                    "A product has at most 12. A picture that it has already is there once, and takes the description and the "
                            + "position that are named now. What can be sent is as for PUT …/image.")
    @TakesPicture
    @Creates(value = ProductImage.class, description = "Added", example = EXAMPLE)
    Answer add(
            Caller caller,
            @PathVariable Sku sku,
            @Nullable IdempotencyKey key,
            @Parameter(description = DESCRIPTION) @RequestParam(required = false) @Nullable String description,
            @Parameter(description = "Where among the others, 1 for first; behind them unless told")
                    @RequestParam(required = false)
                    @Nullable Integer position,
            @Parameter(hidden = true) HttpServletRequest request) {
        ImageDetails details = new ImageDetails(description, position);
        return prepared(
                caller,
                sku,
                request,
                picture -> idempotent.once(
                        key == null ? null : forContent(key, picture, details),
                        () -> added(sku, pictures.add(caller, sku, picture, details))));
    }

    @PatchMapping(
            path = "/images/{id}",
            consumes = {"application/merge-patch+json", MediaType.APPLICATION_JSON_VALUE})
    @Needs(Permission.PRODUCTS_WRITE)
    @Operation(
            summary = "Describe a picture, or move it",
            description = "A merge patch: what is left out stays. Position 1 is the first; the others move along. "
                    + "The version in its entity tag is that of the product.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ImageDetails.class),
                            examples = @ExampleObject("{\"description\":\"A packet of Kericho tea\",\"position\":1}")))
    ProductImage change(
            Caller caller,
            @PathVariable Sku sku,
            @PathVariable String id,
            IfMatch ifMatch,
            @RequestBody JsonNode patch) {
        return pictures.change(
                caller, sku, id, ifMatch.version(), details -> mergePatch.apply(details, patch, ImageDetails.class));
    }

    @DeleteMapping("/images/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(Permission.PRODUCTS_WRITE)
    @Operation(
            summary = "Take a picture away from a product",
            description = "Its files are gone with it, unless another product shows the same picture.")
    void remove(Caller caller, @PathVariable Sku sku, @PathVariable String id, IfMatch ifMatch) {
        pictures.remove(caller, sku, id, ifMatch.version());
    }

    /** The picture is read and made ready before a transaction begins; a refusal is told as what it is. */
    private Answer prepared(
            Caller caller, Sku sku, HttpServletRequest request, Function<PreparedPicture, Answer> work) {
        try {
            return work.apply(pictures.prepare(caller, sku, SentPicture.in(request)));
        } catch (PictureRefused refused) {
            return answers.problem(refused.problem());
        } catch (IOException brokenOff) {
            throw new ErrorResponseException(HttpStatus.BAD_REQUEST, brokenOff);
        }
    }

    private Answer added(Sku sku, ProductImage image) {
        return answers.created(image, ProductController.PATH + "/" + sku + "/images/" + image.id());
    }

    /** The body is no JSON, which is all that a key covers by itself. */
    private static IdempotencyKey forContent(IdempotencyKey key, PreparedPicture picture, ImageDetails details) {
        String content = key.request() + picture.picture().hash() + details;
        return new IdempotencyKey(key.id(), UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)));
    }
}
