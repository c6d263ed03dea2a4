package io.agizo.upkeep;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The frame that PostgreSQL puts around the rows of a {@code COPY} in binary. */
final class BinaryCopy {

    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final byte[] END = {(byte) 0xff, (byte) 0xff};

    private BinaryCopy() {}

    static byte[] header() {
        return HEADER.clone();
    }

    static byte[] end() {
        return END.clone();
    }

    static boolean isEnd(byte[] message) {
        return Arrays.equals(message, END);
    }

    /** The row in what a server sent: it sends each by itself, but the first behind the header. */
    static byte[] withoutHeader(byte[] message) {
        boolean first =
                message.length >= HEADER.length && Arrays.equals(message, 0, HEADER.length, HEADER, 0, HEADER.length);
        return first ? Arrays.copyOfRange(message, HEADER.length, message.length) : message;
    }

    /** Reads a whole table, one row at a time; one that is cut off or not of this form is refused. */
    static void read(InputStream table, Rows rows) throws IOException {
        DataInputStream in = new DataInputStream(table);
        if (!Arrays.equals(in.readNBytes(HEADER.length), HEADER)) {
            throw new IOException("no table of PostgreSQL");
        }
        for (short fields = in.readShort(); fields >= 0; fields = in.readShort()) {
            rows.add(row(fields, in));
        }
        if (in.read() >= 0) {
            throw new IOException("something behind the end of the table");
        }
    }

    private static byte[] row(short fields, DataInputStream in) throws IOException {
        ByteArrayOutputStream row = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(row);
        out.writeShort(fields);
        for (int field = 0; field < fields; field++) {
            int length = in.readInt();
            out.writeInt(length);
            byte[] value = in.readNBytes(Math.max(length, 0));
            if (value.length < length) {
                throw new EOFException("the table is cut off");
            }
            out.write(value);
        }
        return row.toByteArray();
    }
}
