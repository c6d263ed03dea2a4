package io.agizo.branding;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.agizo.api.Versioned;
import io.agizo.shared.Brand;
import org.jspecify.annotations.Nullable;

/**
 * What the office has said of its shop, as in {@link LookDetails}, and how the shop appears by it.
 *
 * @param shown how everyone sees it, with what the settings of the installation say where nothing else was said
 */
public record ShopLook(
        @Nullable String name,
        @Nullable String lineEn,
        @Nullable String lineSw,
        @Nullable String deliveryEn,
        @Nullable String deliverySw,
        @Nullable String colour,
        @Nullable String darkColour,
        Brand shown,
        @JsonIgnore int version)
        implements Versioned {

    static ShopLook of(Look look, Brand shown) {
        LookDetails said = look.details();
        return new ShopLook(
                said.name(),
                said.lineEn(),
                said.lineSw(),
                said.deliveryEn(),
                said.deliverySw(),
                said.colour(),
                said.darkColour(),
                shown,
                look.version());
    }
}
