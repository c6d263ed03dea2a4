package io.agizo.signin;

import io.agizo.pages.WayBack;
import io.agizo.signin.oidc.FirstPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Takes who signed in to the page they wanted, or to the one on which they begin. Who works here begins in the office, wherever in
 * the shop they came from.
 */
@Component
class WantedPage implements AuthenticationSuccessHandler {

    static final String SECOND_FACTOR = "/login/second-factor";

    private final WantedPages wanted;
    private final FirstPage first;
    private final SessionPeople people;
    private final KnownDevices devices;
    private final SignInRecord record;
    private final WaitingPassword waitingPassword;

    WantedPage(
            WantedPages wanted,
            FirstPage first,
            SessionPeople people,
            KnownDevices devices,
            SignInRecord record,
            WaitingPassword waitingPassword) {
        this.wanted = wanted;
        this.first = first;
        this.people = people;
        this.devices = devices;
        this.record = record;
        this.waitingPassword = waitingPassword;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication person)
            throws IOException {
        response.sendRedirect(next(request, response, person));
    }

    /** Where who passed a factor goes next, once it is on record; to the second one if they owe it. */
    String next(HttpServletRequest request, HttpServletResponse response, Authentication person) {
        if (people.halfSignedIn(request).isPresent()) {
            return SECOND_FACTOR;
        }
        UUID account = UUID.fromString(person.getName());
        waitingPassword.settle(account, request);
        devices.remember(account, request, response);
        record.signedIn(person);
        return wanted.take(request, response)
                .filter(page -> !WayBack.leadsTo(page) || !first.isAtWork(person))
                .orElseGet(() -> first.of(person));
    }
}
