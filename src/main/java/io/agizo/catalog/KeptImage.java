package io.agizo.catalog;

import io.agizo.pictures.Picture;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

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
        String sizes = picture.sizes().stream()
                .map(size -> size.width() + "x" + size.height())
                .collect(Collectors.joining(","));
        return String.join(" ", picture.hash(), picture.extension(), sizes, description);
    }

    private static KeptImage read(String text) {
        String[] parts = text.split(" ", 4);
        List<Picture.Size> sizes = Arrays.stream(parts[2].split(",", -1))
                .map(size -> size.split("x", 2))
                .map(size -> new Picture.Size(Integer.parseInt(size[0]), Integer.parseInt(size[1])))
                .toList();
        return new KeptImage(new Picture(parts[0], parts[1], sizes), parts[3]);
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
