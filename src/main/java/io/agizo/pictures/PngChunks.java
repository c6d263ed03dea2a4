package io.agizo.pictures;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** Looks through the chunks of a PNG file, and keeps those that its pixels need; packed text is never unpacked. */
final class PngChunks {

    private static final int SIGNATURE = 8;

    /** Length, name and checksum. */
    private static final int AROUND = 12;

    private static final Set<String> OF_PIXELS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    /** The longest in use have half of it. */
    private static final int LONGEST_PROFILE = 1 << 20;

    private final byte[] file;
    private final Bytes bytes;
    private final ByteArrayOutputStream kept;
    private Orientation orientation = Orientation.UPRIGHT;
    private byte @Nullable [] profile;

    PngChunks(byte[] file) {
        this.file = file;
        this.bytes = new Bytes(file);
        this.kept = new ByteArrayOutputStream(file.length);
    }

    RawPicture read() {
        long width = bytes.fourAt(SIGNATURE + 8);
        long height = bytes.fourAt(SIGNATURE + 12);
        if (!bytes.textAt(SIGNATURE + 4, 4).equals("IHDR")) {
            throw new PictureRefused(PictureFault.BROKEN);
        }
        PictureLimits.check(width, height);
        kept.write(file, 0, SIGNATURE);
        int at = SIGNATURE;
        String name;
        do {
            name = bytes.textAt(at + 4, 4);
            Bytes content = bytes.part(at + 8, bytes.fourAt(at));
            bytes.part(at, (long) content.length() + AROUND);
            if (OF_PIXELS.contains(name)) {
                kept.write(file, at, content.length() + AROUND);
            }
            look(name, content);
            at += content.length() + AROUND;
        } while (!name.equals("IEND"));
        return new RawPicture(
                (int) width,
                (int) height,
                orientation,
                profile,
                RawPicture.by(JdkCodecs.reader("png"), kept.toByteArray()));
    }

    private void look(String name, Bytes content) {
        if (name.equals("eXIf")) {
            orientation = Orientation.ofExif(content);
        } else if (name.equals("iCCP")) {
            profile = profile(content);
        }
    }

    /** After its name, which ends with a zero, and the number of how it is packed; null if it cannot be unpacked. */
    private static byte @Nullable [] profile(Bytes content) {
        int start = 0;
        while (content.at(start) != 0) {
            start++;
        }
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(content.copy(start + 2, content.length() - start - 2));
            byte[] unpacked = new byte[LONGEST_PROFILE];
            int length = inflater.inflate(unpacked);
            return inflater.finished() ? Arrays.copyOf(unpacked, length) : null;
        } catch (DataFormatException notPacked) {
            return null;
        }
    }
}
