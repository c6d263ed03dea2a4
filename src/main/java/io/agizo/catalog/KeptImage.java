package io.agizo.catalog;

import io.agizo.pictures.Picture;
import java.util.Arrays;
import java.util.List;

/**
 * A picture of a product, as the product's own row keeps it, so that a page of products shows its pictures without looking them
 * up.
 */
record KeptImage(Picture picture, String description) {

    static List<KeptImage> all(String[] texts) {
        return texts.length == 0
                ? List.of()
                : Arrays.stream(texts).map(KeptImage::read).toList();
    }

    static List<ProductImage> shown(Product product) {
        return product.images().isEmpty()
                ? List.of()
                : product.images().stream()
                        .map(image -> image.shown(product.version()))
                        .toList();
    }

    /** Such as {@code 9f…e1 webp 160x120,400x300 A packet of tea}. */
    String text() {
        return picture.text() + " " + description;
    }

    private static KeptImage read(String text) {
        String[] parts = text.split(" ", 4);
        return new KeptImage(Picture.read(String.join(" ", parts[0], parts[1], parts[2])), parts[3]);
    }

    boolean is(String id) {
        return picture.hash().equals(id);
    }

    KeptImage described(String other) {
        return new KeptImage(picture, other);
    }

    ProductImage shown(int version) {
        List<ProductImage.Size> sizes = picture.sizes().stream()
                .map(size -> new ProductImage.Size(size.width(), size.height(), picture.path(size)))
                .toList();
        ProductImage.Size largest = sizes.getLast();
        return new ProductImage(picture.hash(), description, largest.width(), largest.height(), sizes, version);
    }
}
