package io.agizo.leaving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.accounts.OpenAccount;
import io.agizo.leaving.EraseGuest.Erasure;
import io.agizo.orders.FollowOrder;
import io.agizo.orders.OrderLinks;
import io.agizo.orders.OrderNumber;
import io.agizo.orders.OrderSecret;
import io.agizo.orders.OrderStatus;
import io.agizo.orders.ProveByOrder;
import io.agizo.shared.Conflict;
import io.agizo.shared.PhoneNumber;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People who ordered without an account, and have what they gave erased by the link of an order. */
class ErasedGuestsJourneyTests {

    private static final String NETWORK = "192.0.2.9";

    private static final ConfigurableApplicationContext AGIZO = ShopDoors.open();

    private final ShopDoors doors = ShopDoors.of(AGIZO);
    private final JdbcClient sql = AGIZO.getBean(JdbcClient.class);
    private final ProveByOrder proofs = AGIZO.getBean(ProveByOrder.class);
    private final EraseGuest guests = AGIZO.getBean(EraseGuest.class);
    private final FollowOrder orders = AGIZO.getBean(FollowOrder.class);
    private final Traces traces = new Traces(sql);

    @AfterAll
    static void close() {
        AGIZO.close();
    }

    @Test
    void areNowhereInTheDatabaseAndTheirOrdersStay() {
        String phone = "711987301";
        OrderSecret first = ordered("Yusufu Guestman", phone, "for the zitherist");
        OrderSecret second = ordered("Yusufu G.", phone, "zitherist again");
        proofs.text(first, Locale.ENGLISH, NETWORK);

        assertThat(guests.erase(first, "000000".equals(code(phone)) ? "000001" : "000000"))
                .isEqualTo(Erasure.WRONG_CODE);
        assertThat(guests.erase(second, code(phone))).isEqualTo(Erasure.WRONG_CODE);
        assertThat(traces.of(phone)).isNotEmpty();

        assertThat(guests.erase(first, " " + code(phone) + " ")).isEqualTo(Erasure.ERASED);

        assertThat(traces.of(phone)).isEmpty();
        assertThat(traces.of("Yusufu")).isEmpty();
        assertThat(traces.of("zitherist")).isEmpty();
        assertThat(orders.read(first).erased()).isTrue();
        assertThat(orders.read(second).erased()).isTrue();
        assertThat(orders.read(first).status()).isEqualTo(OrderStatus.PENDING);
        assertThatThrownBy(() -> proofs.text(first, Locale.ENGLISH, NETWORK)).isInstanceOf(Conflict.class);
    }

    @Test
    void areToldToSignInWhereTheNumberIsThatOfAnAccount() {
        String phone = "711987302";
        AGIZO.getBean(OpenAccount.class).open(new PhoneNumber("+254" + phone), "Halima Guestman", "en");
        OrderSecret order = ordered("Halima", phone, "");
        proofs.text(order, Locale.ENGLISH, NETWORK);

        assertThat(guests.erase(order, code(phone))).isEqualTo(Erasure.HAS_ACCOUNT);
        assertThat(orders.read(order).erased()).isFalse();
    }

    @Test
    void haveFiveTriesForACodeInTheirLanguage() {
        String phone = "711987303";
        OrderSecret order = ordered("Kamau", phone, "");
        proofs.text(order, Locale.of("sw"), NETWORK);
        String code = code(phone);
        assertThat(text(phone)).contains("msimbo wako wa kufuta");
        String wrong = code.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < 5; i++) {
            assertThat(guests.erase(order, wrong)).isEqualTo(Erasure.WRONG_CODE);
        }

        assertThat(guests.erase(order, code)).isEqualTo(Erasure.WRONG_CODE);
    }

    private OrderSecret ordered(String name, String phone, String note) {
        OrderNumber number = new OrderNumber(doors.checkedOut(name, "0" + phone, note));
        return AGIZO.getBean(OrderLinks.class).of(number);
    }

    private String code(String phone) {
        return text(phone).replaceFirst(".*?([0-9]{6}).*", "$1");
    }

    private String text(String phone) {
        return sql.sql(
                        "select body from message where phone = ? and occasion = 'erasure-code' order by id desc limit 1")
                .param("+254" + phone)
                .query(String.class)
                .single();
    }
}
