package io.agizo.pictures;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The kinds of pictures that are taken, by how their files begin. */
enum PictureKind {
    JPEG,
    PNG,
    WEBP;

    private static final String JPEG_BEGIN = "\u00ff\u00d8\u00ff";
    private static final String PNG_BEGIN = "\u0089PNG\r\n\u001a\n";

    /** As far as anything has to be read to know a kind. */
    private static final int HEAD = 64;

    static PictureKind of(byte[] file) {
        String head = new String(file, 0, Math.min(HEAD, file.length), StandardCharsets.ISO_8859_1);
        if (head.startsWith(JPEG_BEGIN)) {
            return JPEG;
        }
        if (head.startsWith(PNG_BEGIN)) {
            return PNG;
        }
        if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
            return WEBP;
        }
        throw new PictureRefused(other(head));
    }

    /** What else it may be, so that one is told what to do about it. */
    private static PictureFault other(String head) {
        String text = head.replace("\u00ef\u00bb\u00bf", "").strip().toLowerCase(Locale.ROOT);
        if (text.startsWith("<")) {
            return PictureFault.DRAWING;
        }
        return head.startsWith("ftyp", 4) ? PictureFault.PHONE_FORMAT : PictureFault.NO_PICTURE;
    }
}
