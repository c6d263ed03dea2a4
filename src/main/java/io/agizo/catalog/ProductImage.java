package io.agizo.catalog;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.agizo.api.Versioned;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A picture of a product as others see it.
 *
 * @param id among the pictures of the product
 * @param description for those who cannot see it; may be empty
 * @param width of the largest of its sizes, in pixels
 * @param height of the largest of its sizes, in pixels
 * @param sizes from the smallest to the largest, at least one
 * @param version of the product
 */
public record ProductImage(
        String id,
        String description,
        int width,
        int height,
        List<Size> sizes,
        @JsonIgnore int version) implements Versioned {

    public ProductImage {
        sizes = List.copyOf(sizes);
    }

    /**
     * One of the sizes that the shop keeps of a picture.
     *
     * @param url where it is served to anyone, as a path on the shop's own host; what is there never changes
     */
    public record Size(int width, int height, String url) {}

    /** The smallest that is at least so wide, or else the largest. */
    public Size atLeast(int pixels) {
        return sizes.stream().filter(size -> size.width() >= pixels).findFirst().orElseGet(sizes::getLast);
    }

    /** All sizes, as {@code srcset} names them to a browser. */
    public String srcset() {
        return sizes.stream().map(size -> size.url() + " " + size.width() + "w").collect(Collectors.joining(", "));
    }
}
