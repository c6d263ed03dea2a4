package io.agizo.pictures;

/** What a picture may have, looked at before any of it is unpacked. */
final class PictureLimits {

    /** Twice what a good phone's camera makes of a photo. */
    static final int MOST_BYTES = 10_000_000;

    /** Most phones' cameras have fewer; unpacked whole, so many take some 160 MB. */
    private static final long MOST_PIXELS = 40_000_000;

    /** What is longer is a strip in which nobody would recognise a product on a card. */
    private static final int LONGEST_PER_SHORTEST = 3;

    private PictureLimits() {}

    /** Throws {@link PictureRefused} for sizes that are not taken. */
    static void check(long width, long height) {
        if (width < 1 || height < 1) {
            throw new PictureRefused(PictureFault.BROKEN);
        }
        if (width > MOST_PIXELS / height) {
            throw new PictureRefused(PictureFault.TOO_MANY_PIXELS);
        }
        if (Math.max(width, height) > LONGEST_PER_SHORTEST * Math.min(width, height)) {
            throw new PictureRefused(PictureFault.TOO_LONG);
        }
    }
}
