package io.agizo.branding;

import io.agizo.api.Faults;
import io.agizo.audit.AuditEvent;
import io.agizo.audit.AuditParty;
import io.agizo.audit.AuditTrail;
import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.live.Live;
import io.agizo.live.Topic;
import io.agizo.pictures.Picture;
import io.agizo.pictures.Pictures;
import io.agizo.pictures.PreparedPicture;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.InvalidInput.Fault;
import io.agizo.shared.Stale;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the office says of its shop: name, look and words. Needs {@code settings:manage}; everyone who opens a page or is texted
 * after a change reads what it says.
 */
@Component
public class ChangeLook {

    private static final String SETTING = "shop";

    private final LookStore store;
    private final CurrentBrand current;
    private final Pictures pictures;
    private final AuditTrail audit;
    private final Live live;
    private final Validator validator;

    ChangeLook(
            LookStore store,
            CurrentBrand current,
            Pictures pictures,
            AuditTrail audit,
            Live live,
            Validator validator) {
        this.store = store;
        this.current = current;
        this.pictures = pictures;
        this.audit = audit;
        this.live = live;
        this.validator = validator;
    }

    @Transactional(readOnly = true)
    public ShopLook get(Caller caller) {
        caller.must(Permission.SETTINGS_MANAGE);
        return shown(store.read());
    }

    /**
     * Puts what the change makes of the details in their place.
     *
     * @param expectedVersion what the change was made for; null for whatever is there
     * @throws InvalidInput also for colours that cannot be read, with the nearest that can
     */
    @Transactional
    public ShopLook change(Caller caller, @Nullable Integer expectedVersion, UnaryOperator<LookDetails> change) {
        Look present = lock(caller, expectedVersion);
        LookDetails details = change.apply(present.details());
        check(details);
        return details.equals(present.details()) ? shown(present) : written(caller, present.with(details), "details");
    }

    /** Forgets all that was said; the shop looks as the settings of the installation say, and has no logo. */
    @Transactional
    public ShopLook reset(Caller caller, @Nullable Integer expectedVersion) {
        Look present = lock(caller, expectedVersion);
        letGo(present.logo());
        return written(caller, new Look(present.version() + 1, LookDetails.NONE, null), "reset");
    }

    /**
     * Reads a picture that is to be the logo, and makes of it what is kept; to be called before {@link #setLogo}, outside of its
     * transaction.
     *
     * @throws io.agizo.pictures.PictureRefused if it is not taken
     * @throws IOException if it breaks off on its way
     */
    public PreparedPicture prepare(Caller caller, InputStream sent) throws IOException {
        caller.must(Permission.SETTINGS_MANAGE);
        return pictures.prepare(sent);
    }

    @Transactional
    public ShopLook setLogo(Caller caller, @Nullable Integer expectedVersion, PreparedPicture prepared) {
        Look present = lock(caller, expectedVersion);
        if (prepared.picture().equals(present.logo())) {
            return shown(present);
        }
        List<Picture> before = present.logo() == null ? List.of() : List.of(present.logo());
        return written(caller, present.withLogo(pictures.exchange(before, prepared)), "logo");
    }

    @Transactional
    public ShopLook removeLogo(Caller caller, @Nullable Integer expectedVersion) {
        Look present = lock(caller, expectedVersion);
        if (present.logo() == null) {
            return shown(present);
        }
        letGo(present.logo());
        return written(caller, present.withLogo(null), "logo");
    }

    private Look lock(Caller caller, @Nullable Integer expectedVersion) {
        caller.must(Permission.SETTINGS_MANAGE);
        Look present = store.lock();
        Stale.check(expectedVersion, present.version());
        return present;
    }

    private void check(LookDetails details) {
        Faults.check(validator, details);
        List<Fault> faults = ReadableColours.faults(details.colour(), details.darkColour());
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
        if (details.colour() == null && details.darkColour() != null) {
            throw new InvalidInput("/colour", "must be given where there is one for dark pages");
        }
    }

    private void letGo(@Nullable Picture logo) {
        if (logo != null) {
            pictures.letGo(List.of(logo));
        }
    }

    private ShopLook written(Caller caller, Look look, String what) {
        store.write(look);
        audit.record(
                AuditEvent.SETTINGS_CHANGED,
                AuditParty.of(caller),
                AuditParty.setting(SETTING),
                Map.of("changed", what));
        live.announce(Topic.SHOP, SETTING, what, null);
        TransactionSynchronizationManager.registerSynchronization(new HeldHere(look));
        return shown(look);
    }

    private ShopLook shown(Look look) {
        return ShopLook.of(look, current.brand(look));
    }

    /** Whoever saved it here sees it on the very next page, whatever the line between the replicas does. */
    private final class HeldHere implements TransactionSynchronization {

        private final Look look;

        HeldHere(Look look) {
            this.look = look;
        }

        @Override
        public void afterCommit() {
            current.hold(look);
        }
    }
}
