package io.agizo.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads bytes as UTF-8, with or without the mark that some programs put in front, and refuses anything else. */
final class StrictUtf8 {

    private static final String REMEDY = " Save it as UTF-8 (in a spreadsheet: “CSV UTF-8”) and send it again.";

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** Stands for bytes that are not UTF-8: Unicode says of this character that no text has it. */
    private static final char NO_TEXT = '\uFFFF';

    private StrictUtf8() {}

    /** Refuses text in which {@link #reader} met bytes that are not UTF-8. */
    static void check(CharSequence text, int row) {
        if (text.chars().anyMatch(c -> c == NO_TEXT)) {
            throw refusal(row);
        }
    }

    static Unreadable refusal(int row) {
        return new Unreadable(row, "The file is not text in UTF-8." + REMEDY);
    }

    /** A reader of text for {@link #check}: it reads on after bytes that are not UTF-8, so that their row can be told. */
    static Reader reader(InputStream bytes) throws IOException {
        PushbackInputStream in = new PushbackInputStream(bytes, BYTE_ORDER_MARK.length);
        byte[] start = in.readNBytes(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(start, BYTE_ORDER_MARK)) {
            in.unread(start);
        }
        return new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith(String.valueOf(NO_TEXT)));
    }
}
