package io.agizo.branding;

import io.agizo.pictures.Picture;
import org.jspecify.annotations.Nullable;

/** The row that keeps what the office says of its shop. */
record Look(int version, LookDetails details, @Nullable Picture logo) {

    Look with(LookDetails other) {
        return new Look(version + 1, other, logo);
    }

    Look withLogo(@Nullable Picture other) {
        return new Look(version + 1, details, other);
    }
}
