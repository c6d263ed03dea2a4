package io.agizo.pictures;

import static io.agizo.pictures.PictureSamples.chunk;
import static io.agizo.pictures.PictureSamples.deflated;
import static io.agizo.pictures.PictureSamples.file;
import static io.agizo.pictures.PictureSamples.jpeg;
import static io.agizo.pictures.PictureSamples.jpegHeld;
import static io.agizo.pictures.PictureSamples.png;
import static io.agizo.pictures.PictureSamples.segment;
import static io.agizo.pictures.PictureSamples.spliced;
import static io.agizo.pictures.PictureSamples.webp;
import static org.assertj.core.api.Assertions.assertThat;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import io.agizo.pictures.Picture.Size;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreparedPicturesTests {

    private static final PictureFormat FORMAT = PictureFormat.WEBP;

    static Stream<byte[]> ofEachKind() {
        return Stream.of(jpeg(2400, 1800), png(2400, 1800), webp(2400, 1800));
    }

    @ParameterizedTest
    @MethodSource("ofEachKind")
    void comeInThreeWidths(byte[] sent) throws IOException {
        PreparedPicture prepared = Prepare.of(sent, FORMAT);

        assertThat(prepared.picture().sizes())
                .containsExactly(new Size(160, 120), new Size(400, 300), new Size(1000, 750));
        BufferedImage card = read(prepared.files().get(1));
        assertThat(card.getWidth()).isEqualTo(400);
        assertThat(card.getHeight()).isEqualTo(300);
        assertLooksLike(Color.RED, card, 200, 60);
        assertLooksLike(Color.BLUE, card, 200, 240);
    }

    @Test
    void areNeverEnlarged() {
        assertThat(Prepare.of(png(300, 200), FORMAT).picture().sizes())
                .containsExactly(new Size(160, 107), new Size(300, 200));
        assertThat(Prepare.of(png(1, 1), FORMAT).picture().sizes()).containsExactly(new Size(1, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void standUprightHoweverTheCameraWasHeld(int orientation) throws IOException {
        PreparedPicture prepared = Prepare.of(jpegHeld(orientation, 600, 400), FORMAT);

        boolean lay = orientation >= 5;
        assertThat(prepared.picture().sizes().getLast()).isEqualTo(lay ? new Size(400, 600) : new Size(600, 400));
        BufferedImage upright = read(prepared.files().getLast());
        int right = upright.getWidth() - 20;
        int low = upright.getHeight() - 20;
        // Where the red half, which is stored above, is shown: above, below, at the left or at the right.
        boolean redAtLeft = orientation == 5 || orientation == 8;
        boolean redBelow = orientation == 3 || orientation == 4;
        assertLooksLike(lay ? redAtLeft ? Color.RED : Color.BLUE : redBelow ? Color.BLUE : Color.RED, upright, 20, 20);
        assertLooksLike(
                lay ? redAtLeft ? Color.BLUE : Color.RED : redBelow ? Color.RED : Color.BLUE, upright, right, low);
    }

    @Test
    void tellNothingOfWhereTheyWereTaken() {
        byte[] sent = jpegHeld(1, 600, 400);
        assertThat(text(sent)).contains("GPS -1.2921");

        assertThat(Prepare.of(sent, FORMAT).files())
                .allSatisfy(file -> assertThat(text(file)).doesNotContain("GPS", "Exif", "EXIF", "ICCP"));
        assertThat(Prepare.of(sent, PictureFormat.JPEG).files())
                .allSatisfy(file -> assertThat(text(file)).doesNotContain("GPS", "Exif", "ICC_PROFILE"));
    }

    @Test
    void areShownInTheColoursOfScreensWhateverTheirOwnAre() throws IOException {
        // In a linear profile, half of the light is what screens write as 188.
        byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] grey = file(plain(new Color(128, 128, 128)), "png");
        byte[] packed = PictureSamples.packed(linear);
        byte[] png = spliced(grey, 33, chunk("iCCP", "linear\0\0".getBytes(StandardCharsets.ISO_8859_1), packed));
        byte[] jpeg = spliced(
                file(plain(new Color(128, 128, 128)), "jpeg"),
                2,
                segment(
                        0xe2,
                        PictureSamples.joined("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1), linear)));

        assertLooksLike(
                new Color(188, 188, 188), read(Prepare.of(png, FORMAT).files().getFirst()), 50, 50);
        assertLooksLike(
                new Color(188, 188, 188), read(Prepare.of(jpeg, FORMAT).files().getFirst()), 50, 50);
        assertLooksLike(
                new Color(128, 128, 128), read(Prepare.of(grey, FORMAT).files().getFirst()), 50, 50);
    }

    @Test
    void passOverAProfileThatIsNone() {
        byte[] nonsense = chunk("iCCP", "x\0\0".getBytes(StandardCharsets.ISO_8859_1), deflated(200));
        byte[] bomb = chunk("iCCP", "x\0\0".getBytes(StandardCharsets.ISO_8859_1), deflated(5_000_000));

        assertThat(Prepare.of(spliced(png(40, 30), 33, nonsense), FORMAT).files())
                .hasSize(1);
        assertThat(Prepare.of(spliced(png(40, 30), 33, bomb), FORMAT).files()).hasSize(1);
    }

    @Test
    void standOnWhiteWhereTheyAreTransparent() throws IOException {
        BufferedImage clear = new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB);
        BufferedImage grey = new BufferedImage(100, 100, BufferedImage.TYPE_BYTE_GRAY);
        Arrays.fill(((DataBufferByte) grey.getRaster().getDataBuffer()).getData(), (byte) 100);

        assertLooksLike(
                Color.WHITE, read(Prepare.of(file(clear, "png"), FORMAT).files().getFirst()), 50, 50);
        assertLooksLike(
                new Color(100, 100, 100),
                read(Prepare.of(file(grey, "png"), FORMAT).files().getFirst()),
                50,
                50);
    }

    @ParameterizedTest
    @EnumSource
    void costAReaderOfACardLittle(PictureFormat format) {
        BufferedImage noise = new BufferedImage(1200, 1200, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int i = 0; i < 1200 * 1200; i++) {
            noise.setRGB(i % 1200, i / 1200, random.nextInt());
        }

        assertThat(Prepare.of(file(noise, "png"), format).files().get(1)).hasSizeLessThanOrEqualTo(30_000);
    }

    @Test
    void haveOneHashForOneContent() {
        Picture picture = Prepare.of(png(400, 300), FORMAT).picture();

        assertThat(Prepare.of(png(400, 300), FORMAT).picture()).isEqualTo(picture);
        assertThat(Prepare.of(png(400, 301), FORMAT).picture().hash()).isNotEqualTo(picture.hash());
        assertThat(picture.path(picture.sizes().getLast())).matches("/pictures/[0-9a-f]{32}-400\\.webp");
    }

    private static BufferedImage plain(Color colour) {
        BufferedImage plain = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 100 * 100; i++) {
            plain.setRGB(i % 100, i / 100, colour.getRGB());
        }
        return plain;
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }

    private static BufferedImage read(byte[] webp) throws IOException {
        ImageReader reader = new WebPImageReaderSpi().createReaderInstance(null);
        try (MemoryCacheImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(webp))) {
            reader.setInput(input);
            return reader.read(0);
        }
    }

    private static void assertLooksLike(Color colour, BufferedImage picture, int x, int y) {
        Color shown = new Color(picture.getRGB(x, y));
        int off = Math.max(
                Math.abs(shown.getRed() - colour.getRed()),
                Math.max(Math.abs(shown.getGreen() - colour.getGreen()), Math.abs(shown.getBlue() - colour.getBlue())));
        assertThat(off).as("%s instead of %s", shown, colour).isLessThan(25);
    }
}
