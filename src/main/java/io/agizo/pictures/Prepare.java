package io.agizo.pictures;

import io.agizo.pictures.Picture.Size;
import java.awt.image.BufferedImage;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns a file that was sent into the files that are kept. */
final class Prepare {

    /** A list, a card, and the page of one product; each with the bytes that it may cost a reader who pays for them. */
    private static final Map<Integer, Integer> MOST_BYTES_BY_WIDTH =
            new TreeMap<>(Map.of(160, 10_000, 400, 30_000, 1000, 150_000));

    private static final int MOST_WIDTH = 1000;

    /** From what looks like the original to what is still a picture. */
    private static final float[] QUALITIES = {0.82f, 0.72f, 0.6f, 0.45f, 0.3f, 0.15f, 0};

    /** Half of SHA-256 is beyond anybody's guess, and short enough for an address. */
    private static final int HASH_BYTES = 16;

    private Prepare() {}

    static PreparedPicture of(byte[] file, PictureFormat format) {
        BufferedImage picture = Develop.picture(RawPicture.in(file), MOST_WIDTH);
        List<Size> sizes = new ArrayList<>();
        List<byte[]> files = new ArrayList<>();
        for (Map.Entry<Integer, Integer> most : MOST_BYTES_BY_WIDTH.entrySet()) {
            int width = Math.min(most.getKey(), picture.getWidth());
            if (sizes.isEmpty() || sizes.getLast().width() < width) {
                BufferedImage small = resized(picture, width);
                sizes.add(new Size(width, small.getHeight()));
                files.add(encoded(small, format, most.getValue()));
            }
        }
        return new PreparedPicture(new Picture(hash(files), format.extension(), sizes), files);
    }

    private static BufferedImage resized(BufferedImage picture, int width) {
        return width == picture.getWidth()
                ? picture
                : Develop.shrunk(picture, width, Develop.height(picture.getHeight(), picture.getWidth(), width));
    }

    private static byte[] encoded(BufferedImage picture, PictureFormat format, int mostBytes) {
        byte[] file = {};
        for (float quality : QUALITIES) {
            file = format.encode(picture, quality);
            if (file.length <= mostBytes) {
                break;
            }
        }
        return file;
    }

    private static String hash(List<byte[]> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            files.forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
