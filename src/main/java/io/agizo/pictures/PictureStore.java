package io.agizo.pictures;

import io.agizo.shared.Columns;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The SQL of pictures. */
@Repository
class PictureStore {

    /** Whoever lets go of the picture at this moment is waited for, and it is inserted anew if they were the last. */
    private static final String USE = """
            insert into picture (hash, uses) values (?, 1)
                on conflict (hash) do update set uses = picture.uses + 1
            """;

    private static final String FILES = """
            insert into picture_file (hash, width, format, bytes)
            select ?, width, ?, bytes from unnest(?::int[], ?::bytea[]) as file (width, bytes)
                on conflict (hash, width) do nothing
            """;

    /** In the order of the hashes, lest two who have several in hand wait for each other. */
    private static final String LOCK = "select hash from picture where hash = any (?::text[]) order by hash for update";

    private static final String LET_GO = "update picture set uses = uses - 1 where hash in (" + LOCK + ")";

    private static final String REMOVE = "delete from picture where hash = any (?::text[]) and uses = 0";

    private final JdbcTemplate jdbc;

    PictureStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void keep(PreparedPicture prepared) {
        Picture picture = prepared.picture();
        jdbc.update(USE, picture.hash());
        jdbc.update(
                FILES,
                picture.hash(),
                picture.extension(),
                Columns.texts(picture.sizes(), Picture.Size::width),
                new SqlArrayValue("bytea", (Object[]) prepared.files().toArray(byte[][]::new)));
    }

    void lock(Collection<Picture> pictures) {
        jdbc.query(LOCK, row -> {}, (Object) Columns.texts(pictures, Picture::hash));
    }

    void letGo(Collection<Picture> pictures) {
        @Nullable String[] hashes = Columns.texts(pictures, Picture::hash);
        jdbc.update(LET_GO, (Object) hashes);
        jdbc.update(REMOVE, (Object) hashes);
    }

    Optional<byte[]> file(String hash, int width, PictureFormat format) {
        return jdbc
                .query(
                        "select bytes from picture_file where hash = ? and width = ? and format = ?",
                        (row, number) -> row.getBytes(1),
                        hash,
                        width,
                        format.extension())
                .stream()
                .findFirst();
    }
}
