package io.agizo.signin.pages;

import io.agizo.pages.PersonalPages;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says which pages of the ways in and of one's own account are personal, and which of them ask for a sign-in of late. */
@Configuration(proxyBeanMethods = false)
class PersonalSignInPages {

    @Bean
    static PersonalPages pagesOfSignIn() {
        return new PersonalPages(
                List.of("/login/**", "/signup", "/account/**", "/recover/**", "/invitation"),
                List.of("/account/**"),
                List.of(
                        "/account/details",
                        "/account/email",
                        "/account/password",
                        "/account/authenticator/**",
                        "/account/passkeys/**",
                        "/account/issuer/**",
                        "/webauthn/register/**"));
    }
}
