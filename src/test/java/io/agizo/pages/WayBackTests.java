package io.agizo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WayBackTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/?q=chai%20ya%20maziwa&sort=price", "/cart", "/checkout?other=true", "/products/TEA-500"})
    void leadsToThePagesOfTheShop(String page) {
        assertThat(WayBack.leadsTo(page)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cart",
                "//evil.example",
                "/\\evil.example",
                "https://evil.example/",
                "/products/../office",
                "/products/a/b",
                "/orders/8f3kd92mzqpt7w1cA7K29QX",
                "/checkout/phone",
                "/logout",
                "/?q=mkaté",
                "/cart?a=b c",
                "/cart?\r\nSet-Cookie: a=b"
            })
    void leadsNowhereElse(String page) {
        assertThat(WayBack.leadsTo(page)).isFalse();
    }
}
