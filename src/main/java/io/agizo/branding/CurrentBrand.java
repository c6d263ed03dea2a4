package io.agizo.branding;

import io.agizo.live.HearsChanges;
import io.agizo.live.Topic;
import io.agizo.pictures.Picture;
import io.agizo.pictures.Picture.Size;
import io.agizo.shared.Brand;
import io.agizo.shared.Brand.Colours;
import io.agizo.shared.Brand.Logo;
import io.agizo.shared.Brand.Words;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Holds how the shop appears, so that no page, text or order looks it up. It is read when the shop starts, after each change here,
 * and when another replica tells of a change; whoever missed some, since their line to the database was broken, reads it anew.
 */
@Component
public class CurrentBrand implements Supplier<Brand>, HearsChanges {

    /** A logo as wide as this stands beside the name on a screen with four dots to the point. */
    private static final int LOGO_WIDTH = 160;

    private final LookStore store;
    private final UsualBrand usual;
    private final String usualName;
    private volatile Held held;

    CurrentBrand(LookStore store, UsualBrand usual, @Value("${agizo.demo.active:false}") boolean demo) {
        this.store = store;
        this.usual = usual;
        this.usualName = usual.name() != null ? usual.name() : demo ? "Agizo demo shop" : "Agizo shop";
        this.held = held(store.read());
    }

    private record Held(int version, Brand brand) {}

    @Override
    public Brand get() {
        return held.brand();
    }

    @Override
    public Topic topic() {
        return Topic.SHOP;
    }

    @Override
    public void heard() {
        hold(store.read());
    }

    /** What was read before and arrives later does not count. */
    synchronized void hold(Look look) {
        if (look.version() > held.version()) {
            held = held(look);
        }
    }

    private Held held(Look look) {
        return new Held(look.version(), brand(look));
    }

    Brand brand(Look look) {
        LookDetails said = look.details();
        Words delivery = new Words(said.deliveryEn(), said.deliverySw());
        Brand standard = Brand.standard(Objects.requireNonNullElse(said.name(), usualName));
        Colours colours =
                said.colour() == null ? standard.colours() : ReadableColours.of(said.colour(), said.darkColour());
        return new Brand(
                standard.name(),
                new Words(said.lineEn(), said.lineSw()),
                delivery.equals(Words.NONE) ? usual.deliveryWords() : delivery,
                look.logo() == null ? null : logo(look.logo()),
                colours,
                said.colour() == null ? null : StyleSheet.of(colours).path());
    }

    private static Logo logo(Picture picture) {
        Size size = picture.sizes().stream()
                .filter(one -> one.width() >= LOGO_WIDTH)
                .findFirst()
                .orElse(picture.sizes().getLast());
        return new Logo(picture.path(size), size.width(), size.height());
    }
}
