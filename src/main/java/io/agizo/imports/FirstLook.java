package io.agizo.imports;

import io.agizo.shared.InvalidInput;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/** Refuses at once what the first piece of an upload already shows to be unusable; the rest is found out later. */
final class FirstLook {

    private FirstLook() {}

    /** Reads as many rows as the piece holds; {@code whole} tells that nothing comes after it. */
    static void at(byte[] piece, boolean whole, UploadFormat format, ImportKind kind) {
        int rows = 0;
        try {
            InputStream bytes = new ByteArrayInputStream(piece);
            RowReader reader = format.open(whole ? bytes : new SequenceInputStream(bytes, new Rest()), kind);
            while (reader.next() != null) {
                rows++;
            }
        } catch (Unreadable unreadable) {
            throw new InvalidInput(unreadable.error().message());
        } catch (IOException reachedTheRest) {
            return;
        }
        if (rows == 0) {
            throw new InvalidInput(Unreadable.NO_ROWS);
        }
    }

    /** Stands for what has not arrived yet. */
    private static final class Rest extends InputStream {

        @Override
        public int read() throws IOException {
            throw new EOFException();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            throw new EOFException();
        }
    }
}
