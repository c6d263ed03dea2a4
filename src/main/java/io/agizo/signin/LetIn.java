package io.agizo.signin;

import io.agizo.accounts.AccountId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.stereotype.Component;

/** Signs people in who came by a link that was sent to them alone, and have just used it up. */
@Component
public class LetIn {

    private final SessionPeople people;
    private final WantedPage wantedPage;
    private final WaitingPassword waitingPassword;
    private final SessionAuthenticationStrategy newSession;

    LetIn(SessionPeople people, WantedPage wantedPage, WaitingPassword waitingPassword, Cookies cookies) {
        this.people = people;
        this.wantedPage = wantedPage;
        this.waitingPassword = waitingPassword;
        this.newSession = cookies.renewed();
    }

    /** Where they go next: to the second factor, if they have one. */
    public String byOneTimeLink(AccountId account, HttpServletRequest request, HttpServletResponse response) {
        return wantedPage.next(request, response, signIn(account, request, response));
    }

    /** The same for who gets a new password, once they have shown their second factor. */
    String recovered(Recovered recovered, HttpServletRequest request, HttpServletResponse response) {
        Authentication person = signIn(recovered.account().id(), request, response);
        waitingPassword.put(recovered, request);
        return wantedPage.next(request, response, person);
    }

    private Authentication signIn(AccountId account, HttpServletRequest request, HttpServletResponse response) {
        Authentication person = UsernamePasswordAuthenticationToken.authenticated(
                account.toString(),
                null,
                List.of(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.OTT_AUTHORITY)));
        newSession.onAuthentication(person, request, response);
        people.saveContext(new SecurityContextImpl(person), request, response);
        return person;
    }
}
