package io.agizo.catalog;

import io.agizo.shared.Columns;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The SQL of which pictures a product has. */
@Repository
class ProductPictureStore {

    private final JdbcTemplate jdbc;

    ProductPictureStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes the pictures of a locked product, in their order; its version rises by one. */
    void write(ProductId product, List<KeptImage> images) {
        jdbc.update(
                "update product set pictures = ?::text[], version = version + 1 where id = ?",
                Columns.texts(images, KeptImage::text),
                product.value());
    }
}
