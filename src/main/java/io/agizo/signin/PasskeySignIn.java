package io.agizo.signin;

import io.agizo.accounts.Accounts;
import io.agizo.identity.PublicAddress;
import java.net.URI;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.WebAuthnConfigurer;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationFilter;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Lets people sign in with a passkey, and register one; a script of the shop's pages speaks to it. */
@Component
class PasskeySignIn {

    private final PasskeyStore store;
    private final Accounts accounts;
    private final PresentProof present;
    private final PeopleById peopleById;
    private final SessionPeople people;
    private final WantedPage wantedPage;
    private final Cookies cookies;
    private final PublicAddress address;
    private final JsonMapper json;

    PasskeySignIn(
            PasskeyStore store,
            Accounts accounts,
            PresentProof present,
            PeopleById peopleById,
            SessionPeople people,
            WantedPage wantedPage,
            Cookies cookies,
            PublicAddress address,
            JsonMapper json) {
        this.store = store;
        this.accounts = accounts;
        this.present = present;
        this.peopleById = peopleById;
        this.people = people;
        this.wantedPage = wantedPage;
        this.cookies = cookies;
        this.address = address;
        this.json = json;
    }

    void addTo(HttpSecurity http) {
        http.setSharedObject(UserDetailsService.class, peopleById::find);
        http.setSharedObject(PublicKeyCredentialUserEntityRepository.class, store);
        http.setSharedObject(UserCredentialRepository.class, store.keys());
        http.webAuthn(passkeys -> configure(passkeys));
        http.addFilterBefore(new PasskeyProof(accounts, present), AnonymousAuthenticationFilter.class);
    }

    private void configure(WebAuthnConfigurer<HttpSecurity> passkeys) {
        passkeys.rpId(URI.create(address.url()).getHost()).disableDefaultRegistrationPage(true);
        passkeys.addObjectPostProcessor(new ObjectPostProcessor<WebAuthnAuthenticationFilter>() {
            @Override
            public <F extends WebAuthnAuthenticationFilter> F postProcess(F filter) {
                filter.setSecurityContextRepository(people);
                filter.setSessionAuthenticationStrategy(cookies.renewed());
                filter.setAuthenticationSuccessHandler((request, response, person) -> {
                    String next = wantedPage.next(request, response, person);
                    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
                    json.writeValue(response.getOutputStream(), Map.of("authenticated", true, "redirectUrl", next));
                });
                return filter;
            }
        });
    }
}
