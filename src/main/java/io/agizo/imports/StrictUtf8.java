package io.agizo.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads bytes as UTF-8, with or without the mark that some programs put in front, and fails on anything else. */
final class StrictUtf8 {

    private static final String REMEDY = " Save it as UTF-8 (in a spreadsheet: “CSV UTF-8”) and send it again.";

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private StrictUtf8() {}

    /** The refusal of what is something else; bytes are read ahead, so that the row can only be told roughly. */
    static Unreadable refusal(int rowsRead) {
        String where = rowsRead == 0 ? "" : "Some rows after row " + rowsRead + ": ";
        return new Unreadable(0, where + "The file is not text in UTF-8." + REMEDY);
    }

    /** A reader that throws {@link java.nio.charset.CharacterCodingException} at the first byte that is not UTF-8. */
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
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}
