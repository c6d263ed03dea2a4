package io.agizo.pictures;

import java.util.List;

/** A picture that was taken, made ready to be kept. */
public final class PreparedPicture {

    private final Picture picture;
    private final List<byte[]> files;

    PreparedPicture(Picture picture, List<byte[]> files) {
        this.picture = picture;
        this.files = List.copyOf(files);
    }

    public Picture picture() {
        return picture;
    }

    /** In the order of the picture's sizes. */
    List<byte[]> files() {
        return files;
    }
}
