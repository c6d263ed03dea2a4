package io.agizo.pages;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A picture that a telephone reads, drawn here so that no other server learns what is in it.
 *
 * @param size its modules on a side, with the quiet zone around them
 * @param path the dark modules as the path of an SVG in these units
 */
public record QrCode(int size, String path) {

    /** What ISO/IEC 18004 wants left free on each side. */
    private static final int QUIET_MODULES = 4;

    public static QrCode of(String text) {
        ByteMatrix modules = modules(text);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y) == 1) {
                    path.append('M')
                            .append(x + QUIET_MODULES)
                            .append(' ')
                            .append(y + QUIET_MODULES)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrCode(modules.getWidth() + 2 * QUIET_MODULES, path.toString());
    }

    private static ByteMatrix modules(String text) {
        try {
            Map<EncodeHintType, Object> utf8 = Map.of(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name());
            return Encoder.encode(text, ErrorCorrectionLevel.M, utf8).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("This is too long for a picture that telephones read", e);
        }
    }
}
