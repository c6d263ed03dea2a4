package io.agizo.catalog;

import io.agizo.shared.Ids;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A product of the catalogue, without its stock. */
record Product(ProductId id, Offer offer, List<KeptImage> images, Instant createdAt, int version) {

    Product {
        images = List.copyOf(images);
    }

    /** A product just added; the time is cut to what the database keeps of it. */
    static Product added(Offer offer, Instant now) {
        return new Product(new ProductId(Ids.next()), offer, List.of(), now.truncatedTo(ChronoUnit.MICROS), 1);
    }

    /** The same product under another offer, not yet written. */
    Product with(Offer other) {
        return new Product(id, other, images, createdAt, version);
    }
}
