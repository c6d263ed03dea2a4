package io.agizo.identity;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a caller may do. */
class CallerTests {

    private static final Caller CASHIER =
            new Caller("till", "Till", Set.of(Permission.ORDERS_READ, Permission.ORDERS_PLACE));

    @Test
    void holdsAllOrIsToldWhatIsLackingFirst() {
        assertThatCode(() -> CASHIER.mustHoldAll(Set.of())).doesNotThrowAnyException();
        assertThatCode(() -> CASHIER.mustHoldAll(Set.of(Permission.ORDERS_PLACE, Permission.ORDERS_READ)))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> CASHIER.mustHoldAll(
                        Set.of(Permission.SETTINGS_MANAGE, Permission.ORDERS_PLACE, Permission.STOCK_WRITE)))
                .isInstanceOf(PermissionDenied.class)
                .hasMessageContaining("stock:write");
    }
}
