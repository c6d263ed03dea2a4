package io.agizo.platform;

import io.agizo.api.PageRequest;
import io.agizo.catalog.ImageDetails;
import io.agizo.catalog.ProductFilter;
import io.agizo.catalog.ProductPictures;
import io.agizo.catalog.ProductSort;
import io.agizo.catalog.ProductView;
import io.agizo.catalog.Products;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;

/**
 * Gives the demo's groceries their pictures, by the same door as anyone's. It takes some seconds of a processor, so the shop opens
 * first and they appear one after the other.
 */
@Component
@ConditionalOnBooleanProperty(DemoProperty.NAME)
class HangDemoPictures {

    private static final Logger LOG = LoggerFactory.getLogger(HangDemoPictures.class);

    private static final Caller DEMO = new Caller("demo", "Demo", Set.of(Permission.PRODUCTS_WRITE));
    private static final String FOLDER = "demo/pictures/";

    /** Nobody has changed it yet, and so nobody has taken its picture away. */
    private static final int FIRST_VERSION = 1;

    private final Products products;
    private final ProductPictures pictures;
    private final boolean wanted;
    private @Nullable Thread thread;

    HangDemoPictures(
            Products products, ProductPictures pictures, @Value("${agizo.demo.pictures:true}") boolean wanted) {
        this.products = products;
        this.pictures = pictures;
        this.wanted = wanted;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (wanted) {
            thread = Thread.ofPlatform().daemon().name("demo-pictures").start(this::hangAll);
        }
    }

    @PreDestroy
    void stop() throws InterruptedException {
        if (thread != null) {
            thread.interrupt();
            thread.join();
        }
    }

    private void hangAll() {
        try {
            Properties descriptions =
                    PropertiesLoaderUtils.loadProperties(new ClassPathResource(FOLDER + "descriptions.properties"));
            for (ProductView product : bare()) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                hang(product, descriptions.getProperty(product.sku().value()));
            }
        } catch (IOException | RuntimeException failed) {
            if (!Thread.currentThread().isInterrupted()) {
                LOG.warn("Not all of the demo's pictures could be hung", failed);
            }
        }
    }

    private List<ProductView> bare() {
        var onSale = new ProductFilter(null, null, null, true);
        return products.list(DEMO, onSale, ProductSort.NAME, new PageRequest(PageRequest.MOST, null)).items().stream()
                .filter(product -> product.images().isEmpty() && product.version() == FIRST_VERSION)
                .toList();
    }

    private void hang(ProductView product, @Nullable String description) {
        ClassPathResource file = new ClassPathResource(FOLDER + product.sku() + ".webp");
        if (!file.exists()) {
            return;
        }
        try (InputStream picture = file.getInputStream()) {
            pictures.add(
                    DEMO,
                    product.sku(),
                    pictures.prepare(DEMO, product.sku(), picture),
                    new ImageDetails(description, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
