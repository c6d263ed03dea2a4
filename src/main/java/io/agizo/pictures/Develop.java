package io.agizo.pictures;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Makes of a picture that was sent one that stands upright, on white, in the colours of screens, as wide as is needed. */
final class Develop {

    private Develop() {}

    /**
     * The picture, never larger than it was sent.
     *
     * @throws PictureRefused if its pixels cannot be read
     */
    static BufferedImage picture(RawPicture raw, int mostWidth) {
        boolean lies = raw.orientation().lies();
        int width = lies ? raw.height() : raw.width();
        BufferedImage sent = onWhite(unpacked(raw, Math.max(1, width * 2 / (mostWidth * 3))));
        if (width <= mostWidth) {
            return raw.orientation().upright(inColoursOfScreens(sent, raw.profile()));
        }
        int height = height(lies ? raw.width() : raw.height(), width, mostWidth);
        BufferedImage small = lies ? shrunk(sent, height, mostWidth) : shrunk(sent, mostWidth, height);
        return raw.orientation().upright(inColoursOfScreens(small, raw.profile()));
    }

    /** How high a picture is once it is so wide. */
    static int height(int height, int width, int wanted) {
        return Math.max(1, Math.round((float) height * wanted / width));
    }

    /** Halved until it is nearly so small, so that each pixel of it is a mean of all that it stands for. */
    static BufferedImage shrunk(BufferedImage picture, int width, int height) {
        BufferedImage nearer = picture;
        while (nearer.getWidth() > 2 * width && nearer.getHeight() > 2 * height) {
            nearer = drawn(nearer, nearer.getWidth() / 2, nearer.getHeight() / 2);
        }
        return drawn(nearer, width, height);
    }

    /** Of a large one only each so many pixels, so that it never is in memory whole. */
    private static BufferedImage unpacked(RawPicture raw, int step) {
        try {
            return raw.unpack(step);
        } catch (IOException | RuntimeException unreadable) {
            // Readers fail in many ways at files that are made to break them.
            throw new PictureRefused(PictureFault.BROKEN);
        }
    }

    private static BufferedImage onWhite(BufferedImage picture) {
        ColorModel colours = picture.getColorModel();
        if (colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY && !(colours instanceof IndexColorModel)) {
            return greyOnWhite(picture.getRaster(), colours.getComponentSize(0), colours.hasAlpha());
        }
        return drawn(picture, picture.getWidth(), picture.getHeight());
    }

    /** By hand: Java takes grey for linear light, and would make it paler than it is. */
    private static BufferedImage greyOnWhite(Raster grey, int bits, boolean hasAlpha) {
        BufferedImage drawn = new BufferedImage(grey.getWidth(), grey.getHeight(), BufferedImage.TYPE_INT_RGB);
        int white = (1 << bits) - 1;
        for (int y = 0; y < grey.getHeight(); y++) {
            for (int x = 0; x < grey.getWidth(); x++) {
                long sample = grey.getSample(x, y, 0);
                long alpha = hasAlpha ? grey.getSample(x, y, 1) : white;
                int level = (int) ((sample * alpha + (long) white * (white - alpha)) * 255 / ((long) white * white));
                drawn.setRGB(x, y, (level << 16) | (level << 8) | level);
            }
        }
        return drawn;
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height) {
        BufferedImage drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        graphics.dispose();
        return drawn;
    }

    /** A profile that cannot be read, or is not of red, green and blue, is passed over. */
    private static BufferedImage inColoursOfScreens(BufferedImage picture, byte @Nullable [] profile) {
        if (profile == null) {
            return picture;
        }
        try {
            ICC_Profile colours = ICC_Profile.getInstance(profile);
            if (colours.getColorSpaceType() != ColorSpace.TYPE_RGB) {
                return picture;
            }
            ColorModel meant = new DirectColorModel(
                    new ICC_ColorSpace(colours), 24, 0xff0000, 0xff00, 0xff, 0, false, DataBuffer.TYPE_INT);
            BufferedImage sent = new BufferedImage(meant, picture.getRaster(), false, null);
            BufferedImage converted =
                    new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
            return new ColorConvertOp(null).filter(sent, converted);
        } catch (IllegalArgumentException | CMMException unreadable) {
            return picture;
        }
    }
}
