package io.agizo.platform;

import static io.agizo.catalog.ProductFixtures.added;
import static io.agizo.catalog.ProductFixtures.details;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.siegmar.fastcsv.reader.CsvReader;
import io.agizo.Callers;
import io.agizo.ModuleContext;
import io.agizo.catalog.ProductImage;
import io.agizo.catalog.ProductPictures;
import io.agizo.catalog.Products;
import io.agizo.inventory.AdjustStock;
import io.agizo.shared.Sku;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

class DemoPicturesModuleTests {

    private static final Sku HONEY = new Sku("HONEY-350");
    private static final Sku SALT = new Sku("SALT-500");

    @AutoClose
    private final ModuleContext shop = ModuleContext.of(Products.class, AdjustStock.class);

    private final ProductPictures pictures = shop.get(ProductPictures.class);

    @Test
    void appearAfterTheShopHasOpenedButNotWhereSomebodyWasBefore() throws InterruptedException {
        added(shop, details("SALT-500", "Salt", "30", null, true, 5));
        added(shop, details("OWN-1", "No grocery of the demo", "30", null, true, 5));
        added(shop, details("HONEY-350", "Honey", "600", null, true, 5));
        shop.sql().sql("update product set version = 2 where sku = 'SALT-500'").update();
        var hang = new HangDemoPictures(shop.get(Products.class), pictures, true);

        hang.start();
        await().until(() -> !images(HONEY).isEmpty());
        hang.stop();
        ProductImage honey = images(HONEY).getFirst();
        assertThat(honey.description()).isEqualTo("A jar of honey with a bee on it");
        assertThat(honey.sizes()).extracting(ProductImage.Size::width).containsExactly(160, 400, 800);
        assertThat(images(SALT)).isEmpty();

        var unwanted = new HangDemoPictures(shop.get(Products.class), pictures, false);
        unwanted.start();
        unwanted.stop();
    }

    @Test
    void areThereForEachGrocery() throws IOException {
        Properties descriptions =
                PropertiesLoaderUtils.loadProperties(new ClassPathResource("demo/pictures/descriptions.properties"));
        try (var csv = CsvReader.builder()
                .ofNamedCsvRecord(
                        new ClassPathResource("demo/products.csv").getContentAsString(StandardCharsets.UTF_8))) {
            assertThat(csv.stream().map(row -> row.getField("sku")).toList())
                    .hasSize(descriptions.size())
                    .allSatisfy(sku -> {
                        assertThat(descriptions.getProperty(sku)).isNotBlank();
                        assertThat(new ClassPathResource("demo/pictures/" + sku + ".webp").contentLength())
                                .isBetween(2_000L, 25_000L);
                    });
        }
    }

    private List<ProductImage> images(Sku sku) {
        return pictures.list(Callers.shopkeeper(), sku);
    }
}
