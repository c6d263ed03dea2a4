package io.agizo.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.agizo.identity.PublicAddresses;
import io.agizo.pages.ShopCookies;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;

class FormTokensTests {

    private final CsrfTokenRepository tokens =
            new Cookies(new ShopCookies(PublicAddresses.of("https://shop.example.test"))).ofForms();
    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void areOf256BitsAndNeverTwiceTheSame() {
        String one = tokens.generateToken(request).getToken();
        String other = tokens.generateToken(request).getToken();

        assertThat(Base64.getUrlDecoder().decode(one)).hasSize(32);
        assertThat(one).isNotEqualTo(other);
    }

    @Test
    void areReadBackFromTheCookieThatKeepsThem() {
        CsrfToken token = tokens.generateToken(request);
        MockHttpServletResponse response = new MockHttpServletResponse();
        tokens.saveToken(token, request, response);

        request.setCookies(response.getCookie("__Host-form"));

        assertThat(tokens.loadToken(request)).extracting(CsrfToken::getToken).isEqualTo(token.getToken());
    }
}
