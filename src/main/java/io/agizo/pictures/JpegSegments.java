package io.agizo.pictures;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/** Looks through the segments of a JPEG file, and keeps those that its pixels need. */
final class JpegSegments {

    private static final int START = 0xd8;
    private static final int END = 0xd9;
    private static final int FIRST_RESTART = 0xd0;
    private static final int LAST_RESTART = 0xd7;
    private static final int SCAN = 0xda;
    private static final int COMMENT = 0xfe;
    private static final int APP_0 = 0xe0;
    private static final int APP_1 = 0xe1;
    private static final int APP_2 = 0xe2;
    private static final int APP_14 = 0xee;
    private static final int APP_15 = 0xef;
    private static final String EXIF = "Exif\0\0";
    private static final String PROFILE = "ICC_PROFILE\0";
    private static final int PROFILE_HEAD = PROFILE.length() + 2;

    /** Encoders make a dozen; each has the decoder go through all pixels once more. */
    private static final int MOST_SCANS = 50;

    private final byte[] file;
    private final Bytes bytes;
    private final ByteArrayOutputStream kept;
    private final ByteArrayOutputStream profile = new ByteArrayOutputStream();
    private Orientation orientation = Orientation.UPRIGHT;
    private @Nullable Bytes frame;
    private int scans;

    JpegSegments(byte[] file) {
        this.file = file;
        this.bytes = new Bytes(file);
        this.kept = new ByteArrayOutputStream(file.length);
    }

    RawPicture read() {
        keep(0, 2);
        int at = 2;
        while (bytes.at(at + 1) != END) {
            at = segment(at);
        }
        keep(at, 2);
        if (frame == null || scans == 0) {
            throw new PictureRefused(PictureFault.BROKEN);
        }
        return new RawPicture(
                frame.twoAt(3),
                frame.twoAt(1),
                orientation,
                profile.size() == 0 ? null : profile.toByteArray(),
                RawPicture.by(JdkCodecs.reader("jpeg"), kept.toByteArray()));
    }

    /** Returns where the next one begins. */
    private int segment(int at) {
        int marker = bytes.at(at + 1);
        if (bytes.at(at) != 0xff || marker == 0 || marker == START) {
            throw new PictureRefused(PictureFault.BROKEN);
        }
        if (marker == 0xff) {
            return at + 1;
        }
        if (marker >= FIRST_RESTART && marker <= LAST_RESTART) {
            return at + 2;
        }
        int next = at + 2 + bytes.twoAt(at + 2);
        Bytes content = bytes.part(at + 4, (long) next - at - 4);
        look(marker, content);
        if (marker == SCAN) {
            next = endOfScan(next);
        }
        if (isOfPixels(marker)) {
            keep(at, next - at);
        }
        return next;
    }

    private void look(int marker, Bytes content) {
        switch (marker) {
            case APP_1 -> {
                if (content.startsWith(EXIF)) {
                    orientation = Orientation.ofExif(content);
                }
            }
            case APP_2 -> {
                if (content.startsWith(PROFILE) && content.length() > PROFILE_HEAD) {
                    profile.writeBytes(content.copy(PROFILE_HEAD, content.length() - PROFILE_HEAD));
                }
            }
            case SCAN -> {
                if (frame == null || ++scans > MOST_SCANS) {
                    throw new PictureRefused(PictureFault.BROKEN);
                }
            }
            case 0xc0, 0xc1, 0xc2 -> lookAtFrame(content);
            default -> {}
        }
    }

    private void lookAtFrame(Bytes content) {
        if (frame != null) {
            throw new PictureRefused(PictureFault.BROKEN);
        }
        frame = content;
        PictureLimits.check(content.twoAt(3), content.twoAt(1));
        if (content.at(5) == 4) {
            throw new PictureRefused(PictureFault.PRINT_COLOURS);
        }
    }

    /** Pixels go on until a marker that is neither a restart nor a stuffed byte. */
    private int endOfScan(int from) {
        int at = from;
        while (true) {
            if (file[at] != (byte) 0xff) {
                at++;
                continue;
            }
            int marker = bytes.at(at + 1);
            if (marker != 0 && (marker < FIRST_RESTART || marker > LAST_RESTART)) {
                return at;
            }
            at += 2;
        }
    }

    /** All but comments and what applications write into it, except for how its colours are stored. */
    private static boolean isOfPixels(int marker) {
        return marker != COMMENT && (marker <= APP_0 || marker == APP_14 || marker > APP_15);
    }

    private void keep(int from, int length) {
        kept.write(file, from, length);
    }
}
