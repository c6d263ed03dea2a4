package io.agizo.pictures;

import static io.agizo.pictures.PictureSamples.bomb;
import static io.agizo.pictures.PictureSamples.joined;
import static io.agizo.pictures.PictureSamples.jpeg;
import static io.agizo.pictures.PictureSamples.png;
import static io.agizo.pictures.PictureSamples.pngWithPackedTexts;
import static io.agizo.pictures.PictureSamples.webp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedPicturesTests {

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("nothing", new byte[0], PictureFault.NO_PICTURE),
                Arguments.of("text", bytes("sku,name\nTEA-500,Tea\n"), PictureFault.NO_PICTURE),
                Arguments.of("a GIF", bytes("GIF89a\1\0\1\0\0\0\0;"), PictureFault.NO_PICTURE),
                Arguments.of(
                        "a drawing with a script",
                        bytes(
                                "\u00ef\u00bb\u00bf <svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
                        PictureFault.DRAWING),
                Arguments.of("a page", bytes("<!DOCTYPE html><script>alert(1)</script>"), PictureFault.DRAWING),
                Arguments.of("HEIC", bytes("\0\0\0\u0018ftypheic\0\0\0\0mif1heic"), PictureFault.PHONE_FORMAT),
                Arguments.of("a bomb", bomb(50_000, 50_000), PictureFault.TOO_MANY_PIXELS),
                Arguments.of("a bomb beyond counting", bomb(-1, -1), PictureFault.TOO_MANY_PIXELS),
                Arguments.of("a strip", bomb(1, 40_000), PictureFault.TOO_LONG),
                Arguments.of("a strip that lies", bomb(40_000, 1), PictureFault.TOO_LONG),
                Arguments.of("a picture of nothing", bomb(0, 10), PictureFault.BROKEN),
                Arguments.of("pixels that do not come", bomb(300, 300), PictureFault.BROKEN),
                Arguments.of(
                        "a JPEG with the size of a bomb",
                        resized(jpeg(400, 300), 65_000),
                        PictureFault.TOO_MANY_PIXELS),
                Arguments.of("four colours", fourColours(), PictureFault.PRINT_COLOURS),
                Arguments.of("a WebP that moves", moving(), PictureFault.MOVING),
                Arguments.of("a WebP with a larger canvas", canvas(0, webp(40, 30)), PictureFault.BROKEN));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void areToldWhy(String name, byte[] file, PictureFault why) {
        assertThatExceptionOfType(PictureRefused.class)
                .isThrownBy(() -> Prepare.of(file, PictureFormat.JPEG))
                .satisfies(refused -> assertThat(refused.fault()).isEqualTo(why));
    }

    static Stream<byte[]> whole() {
        return Stream.of(jpeg(400, 300), png(400, 300), webp(400, 300));
    }

    @ParameterizedTest
    @MethodSource("whole")
    void areRefusedWhereverTheyEndTooEarly(byte[] whole) {
        for (int length = 12; length < whole.length - 1; length += Math.max(1, whole.length / 60)) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(PictureRefused.class)
                    .as("the first %s of %s bytes", length, whole.length)
                    .isThrownBy(() -> Prepare.of(cut, PictureFormat.JPEG))
                    .satisfies(refused -> assertThat(refused.fault()).isEqualTo(PictureFault.BROKEN));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void failInNoOtherWayHoweverTheyAreDamaged(int kind) {
        byte[] whole = whole().toList().get(kind);
        for (int at = 0; at < whole.length; at += Math.max(1, whole.length / 200)) {
            byte[] damaged = whole.clone();
            damaged[at] = (byte) ~damaged[at];
            try {
                assertThat(Prepare.of(damaged, PictureFormat.JPEG).files()).isNotEmpty();
            } catch (PictureRefused told) {
                assertThat(told.fault()).isNotNull();
            }
        }
    }

    @Test
    void areTakenWithTextsThatNobodyUnpacks() {
        assertThat(Prepare.of(pngWithPackedTexts(2_000), PictureFormat.JPEG).files())
                .hasSize(1);
    }

    @Test
    void areRefusedWithMoreScansThanAnEncoderMakes() {
        byte[] picture = jpeg(40, 30);
        int scan = new String(picture, StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00da");
        byte[] one = Arrays.copyOfRange(picture, scan, picture.length - 2);
        byte[][] parts = new byte[102][];
        Arrays.fill(parts, one);
        parts[0] = Arrays.copyOf(picture, scan);
        parts[101] = bytes("\u00ff\u00d9");

        assertThatExceptionOfType(PictureRefused.class)
                .isThrownBy(() -> Prepare.of(joined(parts), PictureFormat.JPEG))
                .satisfies(refused -> assertThat(refused.fault()).isEqualTo(PictureFault.BROKEN));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] resized(byte[] jpeg, int side) {
        byte[] resized = jpeg.clone();
        int frame = new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00c0");
        for (int at = frame + 5; at <= frame + 7; at += 2) {
            resized[at] = (byte) (side >> 8);
            resized[at + 1] = (byte) side;
        }
        return resized;
    }

    private static byte[] fourColours() {
        byte[] jpeg = jpeg(40, 30);
        int frame = new String(jpeg, StandardCharsets.ISO_8859_1).indexOf("\u00ff\u00c0");
        jpeg[frame + 9] = 4;
        return jpeg;
    }

    private static byte[] moving() {
        return canvas(2, webp(40, 30));
    }

    /** With a canvas of 4000 × 3000 in front of its pixels. */
    private static byte[] canvas(int flags, byte[] webp) {
        byte[] canvas = bytes("VP8X\n\0\0\0" + (char) flags + "\0\0\0\u009f\17\0\u00b7\13\0");
        byte[] file = PictureSamples.spliced(webp, 12, canvas);
        int length = file.length - 8;
        file[4] = (byte) length;
        file[5] = (byte) (length >> 8);
        return file;
    }
}
