package io.agizo.pictures;

import java.util.List;

/**
 * A picture that the shop keeps, in one or more sizes.
 *
 * @param hash of the content of its files: another picture never comes under it
 * @param extension of its files
 * @param sizes from the smallest to the largest
 */
public record Picture(String hash, String extension, List<Size> sizes) {

    /** The folder of addresses under which files are served, for anyone. */
    public static final String FOLDER = "/pictures/";

    public Picture {
        sizes = List.copyOf(sizes);
    }

    /** How large one of its files shows it, in pixels. */
    public record Size(int width, int height) {}

    /** Where the file of the size is served. */
    public String path(Size size) {
        return FOLDER + hash + "-" + size.width() + "." + extension;
    }
}
