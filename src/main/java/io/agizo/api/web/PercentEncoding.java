package io.agizo.api.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Tells whether a percent-encoded part of an address stands for text. */
final class PercentEncoding {

    private PercentEncoding() {}

    /** Whether every escape is whole and the bytes they stand for are UTF-8 without NUL. */
    static boolean isText(String encoded) {
        if (isPlain(encoded)) {
            return true;
        }
        ByteBuffer bytes = ByteBuffer.allocate(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            int value = encoded.charAt(i);
            if (value == '%') {
                value = escaped(encoded, i);
                i += 2;
            }
            if (value <= 0 || value > 0xFF) {
                return false;
            }
            bytes.put((byte) value);
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes.flip());
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }

    /** Most addresses need no more than this look. */
    private static boolean isPlain(String encoded) {
        for (int i = 0; i < encoded.length(); i++) {
            char character = encoded.charAt(i);
            if (character <= ' ' || character >= 0x7F || character == '%') {
                return false;
            }
        }
        return true;
    }

    private static int escaped(String encoded, int percent) {
        if (percent + 2 >= encoded.length()) {
            return -1;
        }
        char high = encoded.charAt(percent + 1);
        char low = encoded.charAt(percent + 2);
        return HexFormat.isHexDigit(high) && HexFormat.isHexDigit(low)
                ? HexFormat.fromHexDigit(high) << 4 | HexFormat.fromHexDigit(low)
                : -1;
    }
}
