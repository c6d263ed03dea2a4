package io.agizo.pictures;

import java.awt.image.BufferedImage;
import java.nio.ByteOrder;

/** How a camera was held, as EXIF counts the ways; says where in the stored picture a pixel of the upright one is. */
enum Orientation {
    UPRIGHT,
    MIRRORED,
    UPSIDE_DOWN,
    UPSIDE_DOWN_MIRRORED,
    LYING_MIRRORED,
    TURNED_LEFT,
    LYING_MIRRORED_BACK,
    TURNED_RIGHT;

    /** Some files repeat what a JPEG has before its EXIF data. */
    private static final String PREFIX = "Exif\0\0";

    private static final int TAG = 0x0112;
    private static final int ENTRY_BYTES = 12;
    private static final int SHORT = 3;

    /** What the first directory of EXIF data says, which is all that is read of them; upright if that cannot be read. */
    static Orientation ofExif(Bytes exif) {
        try {
            int start = exif.startsWith(PREFIX) ? PREFIX.length() : 0;
            Bytes data = exif.part(start, exif.length() - start);
            Bytes tiff = data.in(data.startsWith("II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = Math.toIntExact(tiff.fourAt(4));
            int entries = tiff.twoAt(directory);
            for (int entry = directory + 2; entry < directory + 2 + entries * ENTRY_BYTES; entry += ENTRY_BYTES) {
                if (tiff.twoAt(entry) == TAG && tiff.twoAt(entry + 2) == SHORT) {
                    return values()[tiff.twoAt(entry + 8) - 1];
                }
            }
        } catch (IndexOutOfBoundsException | ArithmeticException unreadable) {
            return UPRIGHT;
        }
        return UPRIGHT;
    }

    /** Whether what is stored as its width is its height. */
    boolean lies() {
        return compareTo(LYING_MIRRORED) >= 0;
    }

    BufferedImage upright(BufferedImage stored) {
        if (this == UPRIGHT) {
            return stored;
        }
        int width = stored.getWidth();
        int height = stored.getHeight();
        BufferedImage upright =
                new BufferedImage(lies() ? height : width, lies() ? width : height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < upright.getHeight(); y++) {
            for (int x = 0; x < upright.getWidth(); x++) {
                upright.setRGB(
                        x,
                        y,
                        switch (this) {
                            case UPRIGHT -> stored.getRGB(x, y);
                            case MIRRORED -> stored.getRGB(width - 1 - x, y);
                            case UPSIDE_DOWN -> stored.getRGB(width - 1 - x, height - 1 - y);
                            case UPSIDE_DOWN_MIRRORED -> stored.getRGB(x, height - 1 - y);
                            case LYING_MIRRORED -> stored.getRGB(y, x);
                            case TURNED_LEFT -> stored.getRGB(y, height - 1 - x);
                            case LYING_MIRRORED_BACK -> stored.getRGB(width - 1 - y, height - 1 - x);
                            case TURNED_RIGHT -> stored.getRGB(width - 1 - y, x);
                        });
            }
        }
        return upright;
    }
}
