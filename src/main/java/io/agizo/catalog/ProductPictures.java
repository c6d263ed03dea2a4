package io.agizo.catalog;

import io.agizo.api.Faults;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.pictures.Picture;
import io.agizo.pictures.Pictures;
import io.agizo.pictures.PreparedPicture;
import io.agizo.shared.Conflict;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import io.agizo.shared.Sku;
import io.agizo.shared.Stale;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The pictures of a product: added, described, put in order and taken away. Each change locks the product, so that of two at the
 * same moment none is lost.
 */
@Component
public class ProductPictures {

    /** Every side of a thing and then some; more would make a page of products heavy for everyone. */
    public static final int MOST = 12;

    private final Products products;
    private final ProductStore store;
    private final ProductPictureStore pictureStore;
    private final Pictures pictures;
    private final Validator validator;

    ProductPictures(
            Products products,
            ProductStore store,
            ProductPictureStore pictureStore,
            Pictures pictures,
            Validator validator) {
        this.products = products;
        this.store = store;
        this.pictureStore = pictureStore;
        this.pictures = pictures;
        this.validator = validator;
    }

    /** All pictures of a product that is there for the caller, in their order. */
    public List<ProductImage> list(Caller caller, Sku sku) {
        return products.get(caller, sku).images();
    }

    public ProductImage get(Caller caller, Sku sku, String id) {
        return list(caller, sku).stream()
                .filter(image -> image.id().equals(id))
                .findFirst()
                .orElseThrow(() -> missing(id));
    }

    /**
     * Reads a picture that is to be one of the product's, and makes of it what is kept; to be called before {@link #add} or
     * {@link #setFirst}, and outside of their transaction. Needs {@code products:write}.
     *
     * @throws io.agizo.pictures.PictureRefused if it is not taken
     * @throws IOException if it breaks off on its way
     */
    public PreparedPicture prepare(Caller caller, Sku sku, InputStream sent) throws IOException {
        caller.must(Permission.PRODUCTS_WRITE);
        products.get(caller, sku);
        return pictures.prepare(sent);
    }

    /**
     * Adds a picture, behind the others unless a position is named; one that the product has is there once, and takes what is said
     * of it now. Needs {@code products:write}.
     */
    @Transactional
    public ProductImage add(Caller caller, Sku sku, PreparedPicture prepared, ImageDetails details) {
        Product product = lock(caller, sku, null);
        check(details);
        List<KeptImage> images = new ArrayList<>(product.images());
        KeptImage image = without(images, prepared.picture().hash());
        if (image == null) {
            if (images.size() == MOST) {
                throw new Conflict(
                        "conflict", "A product can have " + MOST + " pictures. Take one away before you add another.");
            }
            image = new KeptImage(pictures.keep(prepared), "");
        }
        image = details.description() == null ? image : image.described(details.description());
        images.add(index(details.position(), images), image);
        return written(product, images, image);
    }

    /**
     * Makes the picture the first one, in place of the one that was; the others stay. Needs {@code products:write}.
     *
     * @param expectedVersion of the product that the change is meant for; null for whatever is there
     */
    @Transactional
    public ProductView setFirst(
            Caller caller, Sku sku, @Nullable Integer expectedVersion, PreparedPicture prepared, ImageDetails details) {
        Product product = lock(caller, sku, expectedVersion);
        check(details);
        List<KeptImage> images = new ArrayList<>(product.images());
        KeptImage image = without(images, prepared.picture().hash());
        boolean wasFirst = image != null && product.images().getFirst().equals(image);
        List<Picture> gone = images.isEmpty() || wasFirst
                ? List.of()
                : List.of(images.removeFirst().picture());
        if (image == null) {
            image = new KeptImage(pictures.exchange(gone, prepared), "");
        } else {
            pictures.letGo(gone);
        }
        images.addFirst(details.description() == null ? image : image.described(details.description()));
        pictureStore.write(product.id(), images);
        return products.get(caller, sku);
    }

    /**
     * Puts what the change makes of a picture's details in their place. Needs {@code products:write}.
     *
     * @param expectedVersion of the product that the change is meant for; null for whatever is there
     */
    @Transactional
    public ProductImage change(
            Caller caller, Sku sku, String id, @Nullable Integer expectedVersion, UnaryOperator<ImageDetails> change) {
        Product product = lock(caller, sku, expectedVersion);
        List<KeptImage> images = new ArrayList<>(product.images());
        KeptImage image = without(images, id);
        if (image == null) {
            throw missing(id);
        }
        int position = product.images().indexOf(image) + 1;
        ImageDetails details = change.apply(new ImageDetails(image.description(), position));
        check(details);
        KeptImage changed = image.described(Objects.requireNonNullElse(details.description(), ""));
        images.add(index(details.position(), images), changed);
        return images.equals(product.images()) ? changed.shown(product.version()) : written(product, images, changed);
    }

    /** Takes a picture away; if nothing else shows it, its files are gone too. Needs {@code products:write}. */
    @Transactional
    public void remove(Caller caller, Sku sku, String id, @Nullable Integer expectedVersion) {
        Product product = lock(caller, sku, expectedVersion);
        List<KeptImage> images = new ArrayList<>(product.images());
        KeptImage image = without(images, id);
        if (image == null) {
            throw missing(id);
        }
        pictureStore.write(product.id(), images);
        pictures.letGo(List.of(image.picture()));
    }

    private ProductImage written(Product product, List<KeptImage> images, KeptImage image) {
        pictureStore.write(product.id(), images);
        return image.shown(product.version() + 1);
    }

    private Product lock(Caller caller, Sku sku, @Nullable Integer expectedVersion) {
        caller.must(Permission.PRODUCTS_WRITE);
        Product product = store.lock(Set.of(sku)).get(sku);
        if (product == null) {
            throw new NotFound("There is no product " + sku + ".");
        }
        Stale.check(expectedVersion, product.version());
        return product;
    }

    private void check(ImageDetails details) {
        var violations = validator.validate(details);
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations.stream().map(Faults::of).toList());
        }
    }

    /** Takes the picture out of the list; null if it was not in it. */
    private static @Nullable KeptImage without(List<KeptImage> images, String id) {
        return images.stream()
                .filter(image -> image.is(id))
                .findFirst()
                .map(image -> {
                    images.remove(image);
                    return image;
                })
                .orElse(null);
    }

    private static int index(@Nullable Integer position, List<KeptImage> others) {
        return position == null ? others.size() : Math.min(position - 1, others.size());
    }

    private static NotFound missing(String id) {
        return new NotFound("The product has no picture " + id + ".");
    }
}
