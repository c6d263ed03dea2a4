package io.agizo.pictures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Pictures as people send them, and files that only pretend to be some. */
public final class PictureSamples {

    private PictureSamples() {}

    /** Red above, blue below, so that one sees how it lies. */
    static BufferedImage flag(int width, int height) {
        BufferedImage flag = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = flag.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width, height / 2);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, height / 2, width, height - height / 2);
        graphics.dispose();
        return flag;
    }

    public static byte[] jpeg(int width, int height) {
        return file(flag(width, height), "jpeg");
    }

    public static byte[] png(int width, int height) {
        return file(flag(width, height), "png");
    }

    static byte[] file(BufferedImage picture, String format) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, format, file)) {
                throw new IllegalArgumentException(format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    static byte[] webp(int width, int height) {
        return PictureFormat.WEBP.encode(flag(width, height), 0.9f);
    }

    /** A PNG that says it has so many pixels, and has hardly a byte of them. */
    public static byte[] bomb(int width, int height) {
        return pngOf(chunk("IHDR", header(width, height)), chunk("IDAT", deflated(1000)), chunk("IEND"));
    }

    /** With packed texts in front of its pixels, each of which would unpack to a megabyte. */
    static byte[] pngWithPackedTexts(int texts) {
        byte[] png = png(40, 30);
        byte[] text = chunk("zTXt", "a\0\0".getBytes(StandardCharsets.ISO_8859_1), deflated(1_000_000));
        byte[][] all = new byte[texts][];
        Arrays.fill(all, text);
        return spliced(png, 33, joined(all));
    }

    /** A JPEG of which a camera says how it was held, and where; the place is written into it as text. */
    static byte[] jpegHeld(int orientation, int width, int height) {
        byte[] exif = ("Exif\0\0MM\0*\0\0\0\b\0\1\1\22\0\3\0\0\0\1\0" + (char) orientation
                        + "\0\0\0\0\0\0GPS -1.2921 36.8219")
                .getBytes(StandardCharsets.ISO_8859_1);
        return spliced(jpeg(width, height), 2, segment(0xe1, exif));
    }

    /** The content of a segment with its marker and length. */
    static byte[] segment(int marker, byte[] content) {
        byte[] head = {(byte) 0xff, (byte) marker, (byte) (content.length + 2 >> 8), (byte) (content.length + 2)};
        return joined(head, content);
    }

    static byte[] spliced(byte[] file, int at, byte[] more) {
        byte[] spliced = new byte[file.length + more.length];
        System.arraycopy(file, 0, spliced, 0, at);
        System.arraycopy(more, 0, spliced, at, more.length);
        System.arraycopy(file, at, spliced, at + more.length, file.length - at);
        return spliced;
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }

    private static byte[] pngOf(byte[]... chunks) {
        return joined(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}, joined(chunks));
    }

    private static byte[] header(int width, int height) {
        return ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) 8)
                .put((byte) 2)
                .array();
    }

    static byte[] chunk(String name, byte[]... content) {
        byte[] all = joined(content);
        byte[] named = joined(name.getBytes(StandardCharsets.ISO_8859_1), all);
        CRC32 checksum = new CRC32();
        checksum.update(named);
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(chunk)) {
            out.writeInt(all.length);
            out.write(named);
            out.writeInt((int) checksum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return chunk.toByteArray();
    }

    static byte[] deflated(int zeros) {
        return packed(new byte[zeros]);
    }

    static byte[] packed(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
