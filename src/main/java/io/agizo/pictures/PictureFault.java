package io.agizo.pictures;

import io.agizo.api.ProblemType;

/** Why a picture is not taken, and what to do about it. */
public enum PictureFault {
    TOO_MANY_BYTES(
            ProblemType.TOO_LARGE,
            "A picture may have at most 10 MB. Make it smaller, or save it as JPEG, and send it again."),
    NO_PICTURE(
            ProblemType.UNSUPPORTED_MEDIA_TYPE,
            "The file is neither JPEG nor PNG nor WebP, whatever its name says. Save it as JPEG and send it again."),
    DRAWING(
            ProblemType.UNSUPPORTED_MEDIA_TYPE,
            "The file is a drawing (SVG) or a page, which may hold scripts. Export it as PNG and send that."),
    PHONE_FORMAT(
            ProblemType.UNSUPPORTED_MEDIA_TYPE,
            "The file is HEIC or AVIF. Have the phone take photos as JPEG (“most compatible”), or save it as JPEG."),
    TOO_MANY_PIXELS(
            ProblemType.INVALID_INPUT, "has more than 40 megapixels; make it smaller, 1000 pixels wide are plenty"),
    TOO_LONG(
            ProblemType.INVALID_INPUT,
            "is more than three times as long as it is wide, or the other way round; cut it closer to a square"),
    MOVING(ProblemType.INVALID_INPUT, "moves; send a picture that stands still"),
    PRINT_COLOURS(
            ProblemType.INVALID_INPUT, "has the four colours of print (CMYK); save it in the colours of screens (RGB)"),
    BROKEN(
            ProblemType.INVALID_INPUT,
            "is damaged or ends too early; send it again, or open it, save it anew and send that"),
    BUSY(ProblemType.OVERLOADED, "Other pictures are being worked on. Send this one again in a few seconds.");

    private final ProblemType type;
    private final String message;

    PictureFault(ProblemType type, String message) {
        this.type = type;
        this.message = message;
    }

    ProblemType type() {
        return type;
    }

    String message() {
        return message;
    }
}
