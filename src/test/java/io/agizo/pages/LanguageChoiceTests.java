package io.agizo.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.ModuleContext;
import io.agizo.identity.PublicAddresses;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LanguageChoiceTests {

    private final MockHttpServletResponse response = new MockHttpServletResponse();

    private void choose(String address) {
        new LanguageChoice(ModuleContext.SHOP, PublicAddresses.of(address))
                .localeResolver()
                .setLocale(new MockHttpServletRequest(), response, Locale.of("sw"));
    }

    @Test
    void isKeptWhereNoNeighbourOfTheHostCanPlantIt() {
        choose("https://orders.example.test");

        assertThat(response.getHeader("Set-Cookie"))
                .startsWith("__Host-lang=sw")
                .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Domain");
    }

    @Test
    void isKeptWithoutTlsToo() {
        choose("http://localhost:8080");

        assertThat(response.getHeader("Set-Cookie")).startsWith("lang=sw").doesNotContain("Secure");
    }
}
