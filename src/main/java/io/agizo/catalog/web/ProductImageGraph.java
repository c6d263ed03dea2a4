package io.agizo.catalog.web;

import io.agizo.api.IdempotencyKey;
import io.agizo.api.MergePatch;
import io.agizo.api.graphql.CommonRefusal;
import io.agizo.api.graphql.MutationResult;
import io.agizo.api.graphql.Mutations;
import io.agizo.catalog.ImageDetails;
import io.agizo.catalog.ProductImage;
import io.agizo.catalog.ProductPictures;
import io.agizo.catalog.ProductView;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.pictures.PictureRefused;
import io.agizo.pictures.PreparedPicture;
import io.agizo.pictures.web.SentPicture;
import io.agizo.shared.NotFound;
import io.agizo.shared.Sku;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pictures of products over GraphQL, where a picture is sent as base64 within the limit of any request. */
@Controller
class ProductImageGraph {

    private static final String IMAGE = "/image";

    private final ProductPictures pictures;
    private final Mutations mutations;
    private final MergePatch mergePatch;
    private final JsonMapper json;

    ProductImageGraph(ProductPictures pictures, Mutations mutations, MergePatch mergePatch, JsonMapper json) {
        this.pictures = pictures;
        this.mutations = mutations;
        this.mergePatch = mergePatch;
        this.json = json;
    }

    record ProductImageSet(ProductView product) implements MutationResult {}

    record ProductImageAdded(ProductImage image) implements MutationResult {}

    record ProductImageUpdated(ProductImage image) implements MutationResult {}

    record ProductImageRemoved(String id) implements MutationResult {}

    @MutationMapping
    MutationResult setProductImage(
            Caller caller,
            @Argument String sku,
            @Argument String image,
            @Argument @Nullable String description,
            @Argument @Nullable Integer ifVersion) {
        return prepared(
                caller,
                sku,
                image,
                picture -> new ProductImageSet(pictures.setFirst(
                        caller, known(sku), ifVersion, picture, new ImageDetails(description, null))));
    }

    @MutationMapping
    MutationResult addProductImage(
            Caller caller,
            @Argument String sku,
            @Argument String image,
            @Argument @Nullable String description,
            @Argument @Nullable Integer position,
            @Nullable IdempotencyKey key) {
        return prepared(
                caller,
                sku,
                image,
                picture -> mutations.once(
                        caller,
                        Permission.PRODUCTS_WRITE,
                        key,
                        ProductImageAdded.class,
                        () -> new ProductImageAdded(
                                pictures.add(caller, known(sku), picture, new ImageDetails(description, position)))));
    }

    @MutationMapping
    MutationResult updateProductImage(
            Caller caller,
            @Argument String sku,
            @Argument String id,
            @Argument Map<String, @Nullable Object> input,
            @Argument @Nullable Integer ifVersion) {
        JsonNode patch = json.valueToTree(input);
        return mutations.run(() -> new ProductImageUpdated(pictures.change(
                caller, known(sku), id, ifVersion, details -> mergePatch.apply(details, patch, ImageDetails.class))));
    }

    @MutationMapping
    MutationResult removeProductImage(
            Caller caller, @Argument String sku, @Argument String id, @Argument @Nullable Integer ifVersion) {
        return mutations.run(() -> {
            pictures.remove(caller, known(sku), id, ifVersion);
            return new ProductImageRemoved(id);
        });
    }

    /** The picture is made ready before a transaction begins. */
    private MutationResult prepared(
            Caller caller, String sku, String image, Function<PreparedPicture, MutationResult> work) {
        return mutations.run(() -> {
            caller.must(Permission.PRODUCTS_WRITE);
            try {
                return work.apply(pictures.prepare(caller, known(sku), SentPicture.decoded(IMAGE, image)));
            } catch (PictureRefused refused) {
                return CommonRefusal.of(refused.problem(IMAGE));
            } catch (IOException bytesNeverBreakOff) {
                throw new UncheckedIOException(bytesNeverBreakOff);
            }
        });
    }

    private static Sku known(String sku) {
        return Sku.ifValid(sku).orElseThrow(() -> new NotFound("No product has such an SKU."));
    }
}
