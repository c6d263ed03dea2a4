package io.agizo.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.ModuleContext;
import io.agizo.TestDatabase;
import io.agizo.identity.Caller;
import io.agizo.identity.NotSignedIn;
import io.agizo.identity.Permission;
import io.agizo.identity.PermissionDenied;
import io.agizo.shared.Conflict;
import io.agizo.shared.Ids;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.NotFound;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Views of the list of orders, kept for a person or for all. */
class SavedViewsModuleTests {

    @AutoClose
    private final ModuleContext shop = ModuleContext.on(TestDatabase.fresh(), SavedViews.class);

    private final SavedViews views = shop.get(SavedViews.class);
    private final Caller packer = person(Permission.ORDERS_READ);
    private final Caller manager = person(Permission.ORDERS_READ, Permission.SETTINGS_MANAGE);

    private Caller person(Permission... permissions) {
        UUID account = Ids.next();
        shop.sql()
                .sql("insert into account (id, name, locale, version, created_at) values (?, 'Juma', 'en', 1, now())")
                .param(account)
                .update();
        return new Caller(account.toString(), "Juma", Set.of(permissions));
    }

    private void save(Caller caller, String name, boolean shared) {
        views.save(caller, name, "status=pending", shared);
    }

    @Test
    void areOnesOwnOrEverybodysWhichComeFirst() {
        save(packer, "Big ones", false);
        save(manager, " To pack ", true);
        save(manager, "Mine alone", false);

        assertThat(views.list(packer)).extracting(SavedView::name).containsExactly("To pack", "Big ones");
        assertThat(views.list(manager)).extracting(SavedView::shared).containsExactly(true, false);
    }

    @Test
    void ofEverybodyAreChangedOnlyByWhoManagesTheSettings() {
        UUID shared = views.save(manager, "To pack", "status=accepted", true);

        assertThatThrownBy(() -> save(packer, "For all", true)).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> views.change(packer, shared, "")).isInstanceOf(PermissionDenied.class);
        assertThatThrownBy(() -> views.remove(packer, shared)).isInstanceOf(PermissionDenied.class);
        assertThat(views.one(packer, shared).query()).isEqualTo("status=accepted");
        views.change(manager, shared, "status=accepted&min=1000");
        assertThat(views.one(packer, shared).query()).isEqualTo("status=accepted&min=1000");
        views.remove(manager, shared);
        assertThat(views.list(packer)).isEmpty();
    }

    @Test
    void ofSomebodyElseAreNotThere() {
        UUID own = views.save(packer, "Big ones", "min=1000", false);

        assertThatThrownBy(() -> views.one(manager, own)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> views.change(manager, own, "")).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> views.remove(manager, own)).isInstanceOf(NotFound.class);
        assertThat(views.one(packer, own).query()).isEqualTo("min=1000");
    }

    @Test
    void areThereForWhoMayReadOrdersAndOwnedByPeopleOnly() {
        assertThatThrownBy(() -> views.list(Caller.anyone())).isInstanceOf(NotSignedIn.class);
        assertThatThrownBy(() -> save(person(Permission.ORDERS_PLACE), "Mine", false))
                .isInstanceOf(PermissionDenied.class);
        Caller program = new Caller("baker", "Baker", Set.of(Permission.ORDERS_READ));
        assertThatThrownBy(() -> save(program, "Mine", false)).isInstanceOf(NotFound.class);
        assertThat(views.list(program)).isEmpty();
    }

    @Test
    void haveNamesThatTellThemApart() {
        save(packer, "Big ones", false);

        assertThatThrownBy(() -> save(packer, " big ONES ", false))
                .isInstanceOfSatisfying(
                        Conflict.class, taken -> assertThat(taken.type()).isEqualTo(SavedViews.NAME_TAKEN));
        save(manager, "Big ones", false);
        save(manager, "Big ones", true);
        assertThat(views.list(packer)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "two\nlines", "12345678901234567890123456789012345678901"})
    void haveNamesThatFitIntoATab(String name) {
        assertThatThrownBy(() -> save(packer, name, false)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void askNothingThatNoListAsks() {
        UUID own = views.save(packer, "Big ones", "q=" + "a".repeat(1_998), false);

        assertThatThrownBy(() -> views.save(packer, "Long", "q=" + "a".repeat(1_999), false))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> views.change(packer, own, "q=\n")).isInstanceOf(InvalidInput.class);
    }

    @Test
    void areNoMoreThanTabsThatCanBeToldApart() {
        for (int i = 0; i < SavedViews.MOST; i++) {
            save(packer, "View " + i, false);
        }

        assertThatThrownBy(() -> save(packer, "One more", false)).isInstanceOf(Conflict.class);
        save(manager, "Of somebody else", false);
        save(manager, "Of everybody", true);
        views.remove(packer, views.list(packer).getLast().id());
        save(packer, "One more", false);
    }

    @Test
    void goWithThePersonWhoseTheyAre() {
        save(packer, "Big ones", false);
        save(manager, "To pack", true);

        shop.sql().sql("delete from account").update();

        assertThat(shop.sql()
                        .sql("select name from saved_view")
                        .query(String.class)
                        .list())
                .containsExactly("To pack");
    }
}
