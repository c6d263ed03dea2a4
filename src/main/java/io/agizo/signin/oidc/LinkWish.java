package io.agizo.signin.oidc;

import io.agizo.identity.Caller;
import io.agizo.identity.CallerOfSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Remembers that a signed-in person has asked for their account to be linked with who they are at the other issuer. Nobody is
 * linked without having asked: who merely comes back from there signed in as someone else would give that one their account.
 */
@Component
public class LinkWish {

    private static final String ATTRIBUTE = LinkWish.class.getName();

    private final OidcSettings settings;

    LinkWish(OidcSettings settings) {
        this.settings = settings;
    }

    /** Whether there is another issuer to be linked with. */
    public boolean canBeGranted() {
        return settings.isOther();
    }

    /** To be followed by the way to {@link io.agizo.identity.WebClient#SIGN_IN}. */
    public void make(HttpServletRequest request, Caller person) {
        request.getSession().setAttribute(ATTRIBUTE, person.id());
    }

    /** The person who asked, if they are the one who is signed in; it is asked once. */
    Optional<Caller> take() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes)) {
            return Optional.empty();
        }
        HttpSession session = attributes.getRequest().getSession(false);
        Object asked = session == null ? null : session.getAttribute(ATTRIBUTE);
        if (session == null || asked == null) {
            return Optional.empty();
        }
        session.removeAttribute(ATTRIBUTE);
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        return Optional.ofNullable(signedIn == null ? null : CallerOfSession.of(attributes.getRequest()))
                .filter(person -> person.id().equals(asked));
    }
}
