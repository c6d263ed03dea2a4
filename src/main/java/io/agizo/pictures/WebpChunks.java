package io.agizo.pictures;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Looks through the chunks of a WebP file, and keeps those that its pixels need. */
final class WebpChunks {

    private static final int HEAD = 12;
    private static final int CHUNK_HEAD = 8;
    private static final int MOVES = 0x02;
    private static final byte HAS_ALPHA = 0x10;
    private static final int LOSSLESS_SIGNATURE = 0x2f;
    private static final int SIDE_BITS = 0x3fff;

    private final Bytes bytes;
    private Orientation orientation = Orientation.UPRIGHT;
    private byte @Nullable [] profile;
    private @Nullable Bytes alpha;
    private @Nullable Bytes canvas;

    WebpChunks(byte[] file) {
        this.bytes = new Bytes(file).in(ByteOrder.LITTLE_ENDIAN);
    }

    RawPicture read() {
        int end = bytes.part(CHUNK_HEAD, bytes.fourAt(4)).length() + CHUNK_HEAD;
        RawPicture picture = null;
        for (int at = HEAD; at + CHUNK_HEAD <= end; ) {
            Bytes content = bytes.part(at + CHUNK_HEAD, bytes.fourAt(at + 4));
            String name = bytes.textAt(at, 4);
            switch (name) {
                case "VP8 ", "VP8L" -> picture = picture == null ? frame(name, content) : broken();
                case "VP8X" -> lookAtCanvas(content);
                case "ALPH" -> alpha = content;
                case "ICCP" -> profile = content.copy(0, content.length());
                case "EXIF" -> orientation = Orientation.ofExif(content);
                default -> {}
            }
            at += CHUNK_HEAD + content.length() + content.length() % 2;
        }
        return picture == null ? broken() : picture.seen(orientation, profile);
    }

    private void lookAtCanvas(Bytes content) {
        if ((content.at(0) & MOVES) != 0) {
            throw new PictureRefused(PictureFault.MOVING);
        }
        canvas = content;
        PictureLimits.check(side(content, 4), side(content, 7));
    }

    /** The size is that of the pixels themselves: what the canvas says may be a lie. */
    private RawPicture frame(String name, Bytes content) {
        boolean lossless = name.equals("VP8L");
        int width;
        int height;
        if (lossless) {
            long sides = content.fourAt(1);
            width = (int) (sides & SIDE_BITS) + 1;
            height = (int) ((sides >> 14) & SIDE_BITS) + 1;
        } else {
            width = content.twoAt(6) & SIDE_BITS;
            height = content.twoAt(8) & SIDE_BITS;
        }
        boolean signed = lossless
                ? content.at(0) == LOSSLESS_SIGNATURE
                : content.at(3) == 0x9d && content.at(4) == 0x01 && content.at(5) == 0x2a;
        if (!signed || (canvas != null && (side(canvas, 4) != width || side(canvas, 7) != height))) {
            return broken();
        }
        PictureLimits.check(width, height);
        byte[] file = alpha == null || lossless
                ? file(chunk(name, content))
                : file(chunk("VP8X", canvas(width, height)), chunk("ALPH", alpha), chunk(name, content));
        return new RawPicture(
                width,
                height,
                orientation,
                profile,
                RawPicture.by(new WebPImageReaderSpi().createReaderInstance(null), file));
    }

    private static int side(Bytes canvas, int at) {
        return (canvas.at(at) | (canvas.at(at + 1) << 8) | (canvas.at(at + 2) << 16)) + 1;
    }

    private static Bytes canvas(int width, int height) {
        ByteBuffer canvas = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
        canvas.putInt(HAS_ALPHA);
        canvas.putShort((short) (width - 1)).put((byte) 0);
        canvas.putShort((short) (height - 1)).put((byte) 0);
        return new Bytes(canvas.array());
    }

    private static byte[] chunk(String name, Bytes content) {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK_HEAD + content.length() + content.length() % 2)
                .order(ByteOrder.LITTLE_ENDIAN);
        chunk.put(name.getBytes(StandardCharsets.ISO_8859_1)).putInt(content.length());
        chunk.put(content.copy(0, content.length()));
        return chunk.array();
    }

    private static byte[] file(byte[]... chunks) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes("WEBP".getBytes(StandardCharsets.ISO_8859_1));
        for (byte[] chunk : chunks) {
            content.writeBytes(chunk);
        }
        return chunk("RIFF", new Bytes(content.toByteArray()));
    }

    private static RawPicture broken() {
        throw new PictureRefused(PictureFault.BROKEN);
    }
}
