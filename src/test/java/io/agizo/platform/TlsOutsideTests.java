package io.agizo.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.agizo.shared.CannotStart;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

class TlsOutsideTests {

    private static void open(String address) {
        GenericApplicationContext shop = new GenericApplicationContext();
        shop.setEnvironment(new MockEnvironment().withProperty("agizo.public-url", address));
        new TlsOutside().initialize(shop);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://orders.example.test", "http://192.168.1.7:8080", "http://127.example.test"})
    void isDemandedOfAShopThatOthersReach(String address) {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> open(address))
                .withMessageContaining(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://orders.example.test", "http://localhost:8080", "http://127.0.0.1:0", "http://[::1]:8080"
            })
    void isNotDemandedOnTheShopsOwnComputer(String address) {
        assertThatCode(() -> open(address)).doesNotThrowAnyException();
    }
}
