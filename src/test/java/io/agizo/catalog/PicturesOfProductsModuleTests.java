package io.agizo.catalog;

import static io.agizo.catalog.ProductFixtures.added;
import static io.agizo.catalog.ProductFixtures.details;
import static io.agizo.catalog.ProductFixtures.tea;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agizo.Callers;
import io.agizo.ModuleContext;
import io.agizo.Together;
import io.agizo.api.PageRequest;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.identity.PermissionDenied;
import io.agizo.inventory.AdjustStock;
import io.agizo.pictures.PictureSamples;
import io.agizo.pictures.PreparedPicture;
import io.agizo.shared.Conflict;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import io.agizo.shared.Sku;
import io.agizo.shared.Stale;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PicturesOfProductsModuleTests {

    private static final Caller SHOPKEEPER = Callers.shopkeeper();
    private static final Sku TEA = new Sku("TEA-500");
    private static final Sku SALT = new Sku("SALT-1");

    @AutoClose
    private final ModuleContext shop = ModuleContext.of(Products.class, AdjustStock.class);

    private final Products products = shop.get(Products.class);
    private final ProductPictures pictures = shop.get(ProductPictures.class);

    @BeforeEach
    void fillTheShelf() {
        added(shop, tea());
        added(shop, details("SALT-1", "Salt", "30", null, true, 5));
    }

    @Test
    void areShownInTheirOrderWhereverTheProductIs() throws IOException {
        ProductImage front = add(TEA, 300, "The front");
        ProductImage back = add(TEA, 301, null);

        assertThat(back.description()).isEmpty();
        assertThat(back.sizes()).extracting(ProductImage.Size::width).containsExactly(160, 301);
        assertThat(front.srcset()).matches("/pictures/\\w+-160.webp 160w, /pictures/\\w+-300.webp 300w");
        assertThat(front.atLeast(200).width()).isEqualTo(300);
        assertThat(front.atLeast(900).width()).isEqualTo(300);
        assertThat(ids(TEA)).containsExactly(front.id(), back.id());
        ProductView listed = products.list(
                        Caller.anyone(),
                        new ProductFilter(null, "Groceries", null, true),
                        null,
                        new PageRequest(20, null))
                .items()
                .getFirst();
        assertThat(listed.images()).isEqualTo(products.get(SHOPKEEPER, TEA).images());
        assertThat(listed.images().getFirst().description()).isEqualTo("The front");
        assertThat(products.get(Caller.anyone(), SALT).images()).isEmpty();
    }

    @Test
    void areDescribedAndMoved() throws IOException {
        String first = add(TEA, 300, null).id();
        String second = add(TEA, 301, null).id();
        String third = add(TEA, 302, null).id();

        ProductImage moved = change(third, "Side of it", 1);
        assertThat(moved).isEqualTo(pictures.get(SHOPKEEPER, TEA, third));
        assertThat(moved.description()).isEqualTo("Side of it");
        assertThat(ids(TEA)).containsExactly(third, first, second);

        change(third, null, 12);
        assertThat(ids(TEA)).containsExactly(first, second, third);
        assertThat(pictures.get(SHOPKEEPER, TEA, third).description()).isEmpty();

        int version = products.get(SHOPKEEPER, TEA).version();
        change(third, null, 3);
        assertThat(products.get(SHOPKEEPER, TEA).version()).isEqualTo(version);
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> change(third, null, 0));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> change(third, "two\nlines", 1));
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> change(third, "x".repeat(251), 1));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> change("nothing", null, 1));
    }

    @Test
    void takeThePlaceOfTheFirst() throws IOException {
        String first = add(TEA, 300, "Old").id();
        String second = add(TEA, 301, null).id();

        ProductView set = pictures.setFirst(SHOPKEEPER, TEA, null, prepared(302), new ImageDetails("New", null));
        assertThat(set).isEqualTo(products.get(SHOPKEEPER, TEA));
        assertThat(ids(TEA)).hasSize(2).endsWith(second).doesNotContain(first);
        assertThat(set.images().getFirst().description()).isEqualTo("New");

        pictures.setFirst(SHOPKEEPER, TEA, null, prepared(302), new ImageDetails(null, null));
        assertThat(ids(TEA)).hasSize(2);
        assertThat(pictures.list(SHOPKEEPER, TEA).getFirst().description()).isEqualTo("New");

        pictures.setFirst(SHOPKEEPER, TEA, null, prepared(301), new ImageDetails(null, null));
        assertThat(ids(TEA)).containsExactly(second);
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void areOnceThereThoughSentTwice() throws IOException {
        String id = add(TEA, 300, "A packet").id();
        add(TEA, 301, null);

        assertThat(add(TEA, 300, null).description()).isEqualTo("A packet");
        assertThat(ids(TEA)).hasSize(2).endsWith(id);
        assertThat(add(SALT, 300, null).id()).isEqualTo(id);
        assertThat(kept()).isEqualTo(2);

        pictures.remove(SHOPKEEPER, TEA, id, null);
        assertThat(kept()).isEqualTo(2);
        pictures.remove(SHOPKEEPER, SALT, id, null);
        assertThat(kept()).isEqualTo(1);
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> pictures.remove(SHOPKEEPER, SALT, id, null));
    }

    /** Each lets go of the picture that the other takes up. */
    @Test
    void changePlacesBetweenTwoProductsAtOneMoment() throws IOException {
        PreparedPicture one = prepared(300);
        PreparedPicture other = prepared(301);
        for (int round = 0; round < 30; round++) {
            PreparedPicture ofTea = round % 2 == 0 ? one : other;
            PreparedPicture ofSalt = round % 2 == 0 ? other : one;
            Together.run(List.of(() -> set(TEA, ofTea), () -> set(SALT, ofSalt)));

            assertThat(ids(TEA)).containsExactly(ofTea.picture().hash());
            assertThat(ids(SALT)).containsExactly(ofSalt.picture().hash());
            assertThat(kept()).isEqualTo(2);
        }
    }

    private ProductView set(Sku sku, PreparedPicture picture) {
        return pictures.setFirst(SHOPKEEPER, sku, null, picture, new ImageDetails(null, null));
    }

    @Test
    void goWithTheirProduct() throws IOException {
        add(TEA, 300, null);
        add(TEA, 301, null);

        products.archive(SHOPKEEPER, TEA, null);
        assertThat(kept()).isZero();
    }

    @Test
    void stayWhenTheProductIsChanged() throws IOException {
        String id = add(TEA, 300, null).id();

        products.change(SHOPKEEPER, TEA, null, tea -> tea.shown(false));
        assertThat(ids(TEA)).containsExactly(id);
    }

    @Test
    void areAllThereAfterManyWereAddedAtOnce() throws IOException {
        List<Callable<ProductImage>> work = new ArrayList<>();
        for (int width = 300; width < 306; width++) {
            PreparedPicture prepared = prepared(width);
            work.add(() -> pictures.add(SHOPKEEPER, TEA, prepared, new ImageDetails(null, null)));
            work.add(() -> pictures.add(SHOPKEEPER, TEA, prepared, new ImageDetails(null, null)));
        }

        Together.run(work);
        assertThat(ids(TEA)).hasSize(6).doesNotHaveDuplicates();
        assertThat(shop.sql()
                        .sql("select sum(uses) from picture")
                        .query(Integer.class)
                        .single())
                .isEqualTo(6);
    }

    @Test
    void areNoMoreThanTwelve() throws IOException {
        for (int width = 300; width < 312; width++) {
            add(TEA, width, null);
        }

        assertThatExceptionOfType(Conflict.class).isThrownBy(() -> add(TEA, 312, null));
        assertThat(kept()).isEqualTo(12);
        add(TEA, 311, null);
    }

    @Test
    void areForThoseOnlyWhoMayChangeProducts() throws IOException {
        Caller packer = Callers.with(Permission.STOCK_WRITE, Permission.ORDERS_READ);
        PreparedPicture prepared = prepared(300);
        String id = add(TEA, 300, null).id();
        ImageDetails nothing = new ImageDetails(null, null);

        for (Runnable refused : List.<Runnable>of(
                () -> pictures.add(packer, TEA, prepared, nothing),
                () -> pictures.setFirst(packer, TEA, null, prepared, nothing),
                () -> pictures.change(packer, TEA, id, null, details -> details),
                () -> pictures.remove(packer, TEA, id, null))) {
            assertThatExceptionOfType(PermissionDenied.class).isThrownBy(refused::run);
        }
        assertThatExceptionOfType(PermissionDenied.class)
                .isThrownBy(() -> pictures.prepare(packer, TEA, new ByteArrayInputStream(new byte[0])));
    }

    @Test
    void areChangedOnlyInTheVersionThatWasMeant() throws IOException {
        int version = products.get(SHOPKEEPER, TEA).version();
        String id = add(TEA, 300, null).id();
        PreparedPicture prepared = prepared(301);

        for (Runnable stale : List.<Runnable>of(
                () -> pictures.setFirst(SHOPKEEPER, TEA, version, prepared, new ImageDetails(null, null)),
                () -> pictures.change(SHOPKEEPER, TEA, id, version, details -> details),
                () -> pictures.remove(SHOPKEEPER, TEA, id, version))) {
            assertThatExceptionOfType(Stale.class).isThrownBy(stale::run);
        }
        pictures.remove(SHOPKEEPER, TEA, id, version + 1);
    }

    private ProductImage add(Sku sku, int width, @Nullable String description) throws IOException {
        return pictures.add(SHOPKEEPER, sku, prepared(width), new ImageDetails(description, null));
    }

    private ProductImage change(String id, @Nullable String description, int position) {
        return pictures.change(SHOPKEEPER, TEA, id, null, details -> new ImageDetails(description, position));
    }

    /** Another picture for each width. */
    private PreparedPicture prepared(int width) throws IOException {
        return pictures.prepare(SHOPKEEPER, TEA, new ByteArrayInputStream(PictureSamples.png(width, 200)));
    }

    private List<String> ids(Sku sku) {
        return pictures.list(SHOPKEEPER, sku).stream().map(ProductImage::id).toList();
    }

    private int kept() {
        return shop.sql()
                .sql("select count(*) from picture")
                .query(Integer.class)
                .single();
    }
}
