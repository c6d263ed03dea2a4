package io.agizo.pictures;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

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

    /** Reads what {@link #text} wrote. */
    public static Picture read(String text) {
        String[] parts = text.split(" ", 3);
        List<Size> sizes = Arrays.stream(parts[2].split(",", -1))
                .map(size -> size.split("x", 2))
                .map(size -> new Size(Integer.parseInt(size[0]), Integer.parseInt(size[1])))
                .toList();
        return new Picture(parts[0], parts[1], sizes);
    }

    /** As the row of whatever shows it keeps it, such as {@code 9f…e1 webp 160x120,400x300}. */
    public String text() {
        String written =
                sizes.stream().map(size -> size.width() + "x" + size.height()).collect(Collectors.joining(","));
        return String.join(" ", hash, extension, written);
    }

    /** How large one of its files shows it, in pixels. */
    public record Size(int width, int height) {}

    /** Where the file of the size is served. */
    public String path(Size size) {
        return FOLDER + hash + "-" + size.width() + "." + extension;
    }
}
