package io.agizo.imports;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the files of uploads in pieces, so that no whole file is ever in memory. */
@Repository
class FileStore {

    private static final byte[] END = {};

    private final JdbcClient jdbc;

    FileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void append(ImportId id, int seq, byte[] piece) {
        jdbc.sql("insert into import_chunk (import_id, seq, bytes) values (?, ?, ?)")
                .params(id.value(), seq, piece)
                .update();
    }

    /** The file from its start; each piece is read in a transaction of its own once it is needed. */
    InputStream open(ImportId id) {
        return new StoredFile(id);
    }

    void delete(List<ImportId> ids) {
        jdbc.sql("delete from import_chunk where import_id = any (?)")
                .param(ids.stream().map(ImportId::value).toArray(UUID[]::new))
                .update();
    }

    private byte[] piece(ImportId id, int seq) {
        return jdbc.sql("select bytes from import_chunk where import_id = ? and seq = ?")
                .params(id.value(), seq)
                .query((row, number) -> row.getBytes(1))
                .optional()
                .orElse(END);
    }

    private final class StoredFile extends InputStream {

        private final ImportId id;
        private byte[] piece = END;
        private int seq;
        private int at;

        StoredFile(ImportId id) {
            this.id = id;
        }

        @Override
        public int read() {
            return atEnd() ? -1 : piece[at++] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            Objects.checkFromIndexSize(offset, length, target.length);
            if (length == 0 || atEnd()) {
                return length == 0 ? 0 : -1;
            }
            int read = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, target, offset, read);
            at += read;
            return read;
        }

        private boolean atEnd() {
            if (at == piece.length) {
                piece = piece(id, seq++);
                at = 0;
            }
            return piece.length == 0;
        }
    }
}
