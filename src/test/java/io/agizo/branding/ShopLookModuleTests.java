package io.agizo.branding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agizo.Callers;
import io.agizo.ModuleContext;
import io.agizo.TestDatabase;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.identity.PermissionDenied;
import io.agizo.pictures.PictureSamples;
import io.agizo.shared.Brand;
import io.agizo.shared.Brand.Words;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.InvalidInput.Fault;
import io.agizo.shared.Stale;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The shop's look over a database of its own, seen from two replicas. */
class ShopLookModuleTests {

    private static final Caller SHOPKEEPER = Callers.shopkeeper();
    private static final LookDetails CLAY = new LookDetails(
            " Mama Njeri ", "Fresh every morning", "Mpya kila asubuhi", "Pay in cash.", null, "#9D4616", null);

    private final DataSource database = TestDatabase.fresh();

    @AutoClose
    private final ModuleContext here = ModuleContext.on(database, ChangeLook.class);

    @AutoClose
    private final ModuleContext there = ModuleContext.on(database, ChangeLook.class);

    private final ChangeLook look = here.get(ChangeLook.class);
    private final CurrentBrand brand = here.get(CurrentBrand.class);
    private final CurrentBrand brandThere = there.get(CurrentBrand.class);

    @Test
    void isAsTheSettingsSayUntilTheOfficeSaysOtherwise() {
        assertThat(brand.get()).isEqualTo(Brand.standard("Agizo shop"));
        assertThat(look.get(SHOPKEEPER).shown()).isEqualTo(brand.get());
    }

    @Test
    void isSeenAtOnceHereAndWhereItIsHeardOf() {
        Brand before = brandThere.get();
        ShopLook saved = look.change(SHOPKEEPER, 1, present -> CLAY);

        assertThat(saved.version()).isEqualTo(2);
        assertThat(brand.get()).isEqualTo(saved.shown());
        assertThat(brand.get().name()).isEqualTo("Mama Njeri");
        assertThat(brand.get().line()).isEqualTo(new Words("Fresh every morning", "Mpya kila asubuhi"));
        assertThat(brand.get().delivery().in("sw")).isEqualTo("Pay in cash.");
        assertThat(brand.get().colours()).isEqualTo(Palette.CLAY.colours());
        assertThat(brand.get().styleSheet()).contains("9d4616");
        assertThat(brandThere.get()).isEqualTo(before);
        brandThere.heard();
        assertThat(brandThere.get()).isEqualTo(saved.shown());
    }

    @Test
    void takesBackEverything() throws IOException {
        look.change(SHOPKEEPER, null, present -> CLAY);
        look.setLogo(
                SHOPKEEPER, null, look.prepare(SHOPKEEPER, new ByteArrayInputStream(PictureSamples.png(300, 200))));
        assertThat(brand.get().logo()).isNotNull();
        assertThat(brand.get().name()).isEqualTo("Mama Njeri");

        look.reset(SHOPKEEPER, null);
        assertThat(brand.get()).isEqualTo(Brand.standard("Agizo shop"));
        assertThat(audited("settings-changed")).isEqualTo(3);
    }

    @Test
    void hasALogoUntilItIsRemoved() throws IOException {
        look.setLogo(
                SHOPKEEPER, null, look.prepare(SHOPKEEPER, new ByteArrayInputStream(PictureSamples.png(300, 200))));
        Brand shown = brand.get();
        assertThat(shown.logo()).isNotNull();
        assertThat(shown.logo().path()).matches("/pictures/\\w+-160\\.webp");
        brandThere.heard();
        assertThat(brandThere.get().logo()).isEqualTo(shown.logo());

        look.removeLogo(SHOPKEEPER, null);
        assertThat(brand.get().logo()).isNull();
    }

    @Test
    void refusesWhatCannotBeReadAndKeepsWhatWas() {
        LookDetails wrong = new LookDetails("x".repeat(41), "a\u202Eb", null, null, null, "red", null);
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> look.change(SHOPKEEPER, null, present -> wrong))
                .satisfies(refused -> assertThat(refused.faults())
                        .extracting(Fault::pointer)
                        .containsExactlyInAnyOrder("/name", "/lineEn", "/colour"));
        LookDetails pale = new LookDetails(null, null, null, null, null, "#ffd400", "#333333");
        assertThatExceptionOfType(InvalidInput.class)
                .isThrownBy(() -> look.change(SHOPKEEPER, null, present -> pale))
                .satisfies(refused -> assertThat(refused.faults())
                        .extracting(Fault::pointer)
                        .containsExactly("/colour", "/darkColour"));
        LookDetails half = new LookDetails(null, null, null, null, null, null, "#e89a6c");
        assertThatExceptionOfType(InvalidInput.class).isThrownBy(() -> look.change(SHOPKEEPER, null, present -> half));
        assertThatExceptionOfType(Stale.class).isThrownBy(() -> look.change(SHOPKEEPER, 7, present -> CLAY));
        assertThat(look.get(SHOPKEEPER).version()).isEqualTo(1);
        assertThat(audited("settings-changed")).isZero();
    }

    @Test
    void isNothingNewIfItIsTheSame() {
        look.change(SHOPKEEPER, null, present -> CLAY);
        assertThat(look.change(SHOPKEEPER, 2, present -> CLAY).version()).isEqualTo(2);
        assertThat(audited("settings-changed")).isEqualTo(1);
    }

    @Test
    void isForThoseOnlyWhoManageSettings() {
        Caller other = new Caller("other", "Other", Set.of(Permission.PRODUCTS_WRITE));

        assertThatExceptionOfType(PermissionDenied.class).isThrownBy(() -> look.get(other));
        assertThatExceptionOfType(PermissionDenied.class).isThrownBy(() -> look.change(other, null, present -> CLAY));
        assertThatExceptionOfType(PermissionDenied.class).isThrownBy(() -> look.reset(other, null));
        assertThatExceptionOfType(PermissionDenied.class).isThrownBy(() -> look.removeLogo(other, null));
        assertThatExceptionOfType(PermissionDenied.class)
                .isThrownBy(() -> look.prepare(other, new ByteArrayInputStream(new byte[0])));
    }

    private int audited(String event) {
        return here.sql()
                .sql("select count(*) from audit_event where event = ?")
                .param(event)
                .query(Integer.class)
                .single();
    }
}
