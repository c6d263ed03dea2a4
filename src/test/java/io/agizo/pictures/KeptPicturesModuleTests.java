package io.agizo.pictures;

import static io.agizo.pictures.PictureSamples.png;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agizo.ModuleContext;
import io.agizo.Together;
import io.agizo.shared.NotFound;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

class KeptPicturesModuleTests {

    @AutoClose
    private final ModuleContext shop = ModuleContext.of(Pictures.class, PictureFiles.class);

    private final Pictures pictures = shop.get(Pictures.class);
    private final PictureFiles files = shop.get(PictureFiles.class);
    private final TransactionTemplate transaction = shop.get(TransactionTemplate.class);

    @Test
    void areReadByTheNamesOfTheirAddresses() throws IOException {
        Picture picture = keep(prepared(500));
        String name = name(picture);

        assertThat(files.mediaType(name)).isEqualTo("image/webp");
        assertThat(new String(files.read(name), 0, 12, StandardCharsets.ISO_8859_1))
                .startsWith("RIFF")
                .endsWith("WEBP");
        for (String other : List.of(name.replace("-160", "-161"), name.replace("webp", "jpg"), "x", name + "x")) {
            assertThatExceptionOfType(NotFound.class).isThrownBy(() -> files.read(other));
        }
    }

    @Test
    void stayUntilNothingShowsThemAnyLonger() throws IOException {
        Picture picture = keep(prepared(500));
        keep(prepared(500));
        assertThat(kept()).isEqualTo(3);

        letGo(picture);
        assertThat(kept()).isEqualTo(3);

        letGo(picture);
        assertThat(kept()).isZero();
    }

    @Test
    void areNeitherLostNorLeftBehindByThoseWhoKeepAndLetGoAtOnce() throws IOException {
        PreparedPicture prepared = prepared(500);

        for (int round = 0; round < 5; round++) {
            Together.run(8, () -> {
                for (int times = 0; times < 10; times++) {
                    keep(prepared);
                    assertThat(files.read(name(prepared.picture()))).isNotEmpty();
                    letGo(prepared.picture());
                }
                return true;
            });
            assertThat(kept()).isZero();
        }
    }

    @Test
    void areRefusedBeyondTenMegabytes() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 0;
            }
        };

        assertThatExceptionOfType(PictureRefused.class)
                .isThrownBy(() -> pictures.prepare(endless))
                .satisfies(refused -> assertThat(refused.fault()).isEqualTo(PictureFault.TOO_MANY_BYTES));
    }

    private PreparedPicture prepared(int width) throws IOException {
        return pictures.prepare(new ByteArrayInputStream(png(width, 400)));
    }

    private Picture keep(PreparedPicture prepared) {
        return transaction.execute(running -> pictures.keep(prepared));
    }

    private void letGo(Picture picture) {
        transaction.executeWithoutResult(running -> pictures.letGo(List.of(picture)));
    }

    private static String name(Picture picture) {
        return picture.path(picture.sizes().getFirst()).substring(Picture.FOLDER.length());
    }

    private int kept() {
        return shop.sql()
                .sql("select count(*) from picture_file")
                .query(Integer.class)
                .single();
    }
}
