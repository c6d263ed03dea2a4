package io.agizo.pictures;

import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;

/** A picture as it was sent, looked through but not unpacked, and without anything that is no pixel of it. */
final class RawPicture {

    /** How a picture is unpacked, a pixel of each so many columns and lines. */
    interface Unpacking {
        BufferedImage every(int step) throws IOException;
    }

    private final int width;
    private final int height;
    private final Orientation orientation;
    private final byte @Nullable [] profile;
    private final Unpacking unpacking;

    /**
     * A picture.
     *
     * @param width as the pixels are stored, before it is turned upright
     * @param profile the ICC profile that says what its colours mean; null for those of screens
     */
    RawPicture(int width, int height, Orientation orientation, byte @Nullable [] profile, Unpacking unpacking) {
        this.width = width;
        this.height = height;
        this.orientation = orientation;
        this.profile = profile;
        this.unpacking = unpacking;
    }

    /**
     * Looks through a file. It is known by its content alone: a name or a header may say anything.
     *
     * @throws PictureRefused if it is not taken
     */
    static RawPicture in(byte[] file) {
        try {
            return switch (PictureKind.of(file)) {
                case JPEG -> new JpegSegments(file).read();
                case PNG -> new PngChunks(file).read();
                case WEBP -> new WebpChunks(file).read();
            };
        } catch (IndexOutOfBoundsException endsTooEarly) {
            throw new PictureRefused(PictureFault.BROKEN);
        }
    }

    /** Unpacks by one of the readers, which are memory-safe but for the JPEG reader of the JDK. */
    static Unpacking by(ImageReader reader, byte[] file) {
        return new ReadPixels(reader, file);
    }

    /** The same pixels, with what the file says of them further on. */
    RawPicture seen(Orientation by, byte @Nullable [] colours) {
        return new RawPicture(width, height, by, colours, unpacking);
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    Orientation orientation() {
        return orientation;
    }

    byte @Nullable [] profile() {
        return profile;
    }

    BufferedImage unpack(int step) throws IOException {
        return unpacking.every(step);
    }
}
