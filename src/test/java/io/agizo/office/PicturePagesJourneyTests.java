package io.agizo.office;

import static io.agizo.office.Colleagues.hired;
import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.catalog.ProductDetails;
import io.agizo.catalog.ProductImage;
import io.agizo.catalog.ProductPictures;
import io.agizo.catalog.Products;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.pictures.PictureSamples;
import io.agizo.shared.Sku;
import io.agizo.signin.TwoReplicas;
import io.agizo.signin.Visitor;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pictures of a product as an employee hangs them. */
class PicturePagesJourneyTests {

    private static final Caller PROGRAM = new Caller("picture-test", "Picture test", Set.of(Permission.values()));

    private final Visitor manager = hired("manager").signedIn();
    private final Sku sku =
            new Sku("PICTURE-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT));
    private final String there = "/office/products/" + sku;
    private final String pictures = there + "/pictures";

    @BeforeEach
    void fillTheShelf() {
        TwoReplicas.bean(Products.class)
                .add(
                        PROGRAM,
                        new ProductDetails(
                                sku.value(), "Tea", null, BigDecimal.ONE, null, true, null, null, null, null));
    }

    @Test
    void addsSeveralAtOnceAndShowsThemOnTheShelf() {
        HttpResponse<String> added =
                manager.upload(pictures, "tea.jpg", PictureSamples.jpeg(300, 200), PictureSamples.png(301, 200));

        assertThat(Visitor.location(added)).hasValue(there + "#pictures");
        assertThat(images()).hasSize(2);
        String thumb = images().getFirst().atLeast(160).url();
        assertThat(manager.get(there).body()).contains(thumb, "The pictures are added.", "alt=\"picture 2\"");
        assertThat(manager.get("/office/products?q=" + sku).body()).contains(thumb);
    }

    @Test
    void keepsTheGoodOnesAndSaysWhatIsWrongWithTheOther() {
        HttpResponse<String> refused = manager.upload(
                pictures,
                "tea.png",
                PictureSamples.png(300, 200),
                "<svg><script>alert(1)</script></svg>".getBytes(StandardCharsets.UTF_8));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Save it as PNG and send that.", images().getFirst().id());
        assertThat(images()).hasSize(1);
        assertThat(manager.upload(pictures, "", new byte[0]).body()).contains("Nothing new came.");
        assertThat(manager.with("Accept-Language", "sw")
                        .upload(pictures, "tea.png", PictureSamples.bomb(30_000, 30_000))
                        .body())
                .contains("megapikseli 40");
    }

    @Test
    void describesMovesAndRemoves() {
        manager.upload(pictures, "tea.jpg", PictureSamples.jpeg(300, 200), PictureSamples.png(301, 200));
        String first = images().getFirst().id();
        String second = images().getLast().id();

        manager.post(pictures + "/" + second, "description", "The <front>", "way", "earlier");
        assertThat(images()).extracting(ProductImage::id).containsExactly(second, first);
        assertThat(manager.get(there).body()).contains("alt=\"The &lt;front>\"");
        manager.post(pictures + "/" + second, "description", "", "way", "later");
        assertThat(images()).extracting(ProductImage::id).containsExactly(first, second);
        assertThat(manager.post(pictures + "/" + second, "description", "x".repeat(251))
                        .statusCode())
                .isEqualTo(422);

        assertThat(manager.get(pictures + "/" + first + "/remove").body()).contains("Remove this picture of Tea?");
        assertThat(images()).hasSize(2);
        manager.post(pictures + "/" + first + "/remove");
        assertThat(images()).extracting(ProductImage::id).containsExactly(second);
        assertThat(Visitor.location(manager.post(pictures + "/" + first + "/remove")))
                .hasValue(there + "#pictures");
    }

    @Test
    void takesNoMoreThanThereIsRoomFor() {
        byte[][] many = new byte[ProductPictures.MOST + 1][];
        for (int i = 0; i < many.length; i++) {
            many[i] = PictureSamples.png(100 + i, 100);
        }

        HttpResponse<String> full = manager.upload(pictures, "tea.png", many);
        assertThat(full.statusCode()).isEqualTo(409);
        assertThat(full.body()).contains("can have 12 pictures");
        assertThat(images()).hasSize(12);
    }

    @Test
    void isForThoseOnlyWhoMayChangeProducts() {
        Visitor packer = hired("packer").signedIn();

        assertThat(packer.upload(pictures, "tea.png", PictureSamples.png(300, 200))
                        .statusCode())
                .isEqualTo(403);
        assertThat(packer.get(there).body()).doesNotContain("type=\"file\"");
        assertThat(images()).isEmpty();
    }

    private List<ProductImage> images() {
        return TwoReplicas.bean(ProductPictures.class).list(PROGRAM, sku);
    }
}
