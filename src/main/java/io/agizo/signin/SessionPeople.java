package io.agizo.signin;

import io.agizo.identity.Caller;
import io.agizo.identity.CallerOfSession;
import io.agizo.identity.People;
import io.agizo.identity.Proof;
import io.agizo.identity.SignInTooOld;
import io.agizo.issuer.IssuerEndpoints;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.stereotype.Component;

/**
 * Remembers in a browser's session who signed in, in which ways and when; nothing of what they may do. At each request
 * that asks who it is from, the person is looked up anew, so that who was removed is a stranger at the next one.
 *
 * <p>What is kept is an {@link Authentication} whose name is the id of the account and among whose authorities are the
 * {@link FactorGrantedAuthority factors}. Whoever owes a second factor is not kept as signed in, whichever way they came.
 */
@Component
class SessionPeople implements SecurityContextRepository {

    static final String DEVICE = "device";

    private static final String HALF_SIGNED_IN = "half-signed-in";
    static final Duration SECOND_FACTOR_WITHIN = Duration.ofMinutes(10);

    /** A passkey is two factors by itself: the device, and what unlocks it. */
    private static final Set<String> ENOUGH = Set.of(SecondFactor.AUTHORITY, FactorGrantedAuthority.WEBAUTHN_AUTHORITY);

    private static final Set<String> OWN_WAYS = Set.of(
            FactorGrantedAuthority.PASSWORD_AUTHORITY,
            FactorGrantedAuthority.OTT_AUTHORITY,
            FactorGrantedAuthority.WEBAUTHN_AUTHORITY);

    private static final Set<String> FIRST =
            Set.of(FactorGrantedAuthority.PASSWORD_AUTHORITY, FactorGrantedAuthority.OTT_AUTHORITY, Proof.AT_ISSUER);

    /** Where the browser is on its way to says nothing of who used it before. */
    private static final Set<String> WHERE_TO = Set.of(IssuerEndpoints.ASKED_ANEW);

    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();
    private final People people;
    private final AuthenticatorCodes authenticators;
    private final Clock clock;

    SessionPeople(People people, AuthenticatorCodes authenticators, Clock clock) {
        this.people = people;
        this.authenticators = authenticators;
        this.clock = clock;
    }

    /** Called at the first use by {@link #loadDeferredContext}, so not for requests such as those for a style sheet. */
    @Override
    @SuppressWarnings("deprecation")
    public SecurityContext loadContext(HttpRequestResponseHolder requestAndResponse) {
        return present(requestAndResponse.getRequest());
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return sessions.containsContext(request);
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        Authentication signedIn = context.getAuthentication();
        if (signedIn == null) {
            sessions.saveContext(context, request, response);
            return;
        }
        Authentication earlier = stored(request).getAuthentication();
        HttpSession session = request.getSession();
        if (earlier != null && !earlier.getName().equals(signedIn.getName())) {
            forgetAnother(session);
            earlier = null;
        }
        session.setAttribute(DEVICE, DeviceName.of(request.getHeader(HttpHeaders.USER_AGENT)));
        Authentication kept = kept(signedIn, earlier);
        if (lacksSecondFactor(kept)) {
            session.setAttribute(HALF_SIGNED_IN, kept);
            return;
        }
        session.removeAttribute(HALF_SIGNED_IN);
        find(kept)
                .map(SessionLimits::of)
                .ifPresent(limits ->
                        session.setMaxInactiveInterval((int) limits.idle().toSeconds()));
        sessions.saveContext(new SecurityContextImpl(kept), request, response);
    }

    /** Who passed the first factor in this session a moment ago and still owes the second; a stranger everywhere else. */
    Optional<Authentication> halfSignedIn(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(HALF_SIGNED_IN) instanceof Authentication first
                ? Optional.of(first).filter(this::isRecent)
                : Optional.empty();
    }

    /** Whether they have passed one of the shop's own ways in, in this session. */
    boolean hasProvedHere(HttpServletRequest request) {
        Authentication signedIn = stored(request).getAuthentication();
        return signedIn != null
                && factors(signedIn).map(GrantedAuthority::getAuthority).anyMatch(OWN_WAYS::contains);
    }

    private boolean lacksSecondFactor(Authentication person) {
        return !provesEnough(person)
                && account(person).filter(authenticators::areAskedOf).isPresent();
    }

    /** Who signs in anew has to show anew what they showed long ago besides, too. */
    private boolean provesEnough(Authentication person) {
        Instant oldest = clock.instant().minus(SignInTooOld.GOOD_FOR);
        boolean anew = factors(person)
                .anyMatch(factor -> isFirst(factor) && issuedAt(factor).isAfter(oldest));
        return factors(person)
                .filter(factor -> ENOUGH.contains(factor.getAuthority()))
                .anyMatch(factor -> !anew || issuedAt(factor).isAfter(oldest));
    }

    private static boolean isFirst(GrantedAuthority factor) {
        return FIRST.contains(factor.getAuthority());
    }

    private static Instant issuedAt(GrantedAuthority factor) {
        return ((FactorGrantedAuthority) factor).getIssuedAt();
    }

    private boolean isRecent(Authentication first) {
        Instant oldest = clock.instant().minus(SECOND_FACTOR_WITHIN);
        return factors(first).anyMatch(factor -> issuedAt(factor).isAfter(oldest));
    }

    private SecurityContext stored(HttpServletRequest request) {
        return sessions.loadDeferredContext(request).get();
    }

    /** Nothing of whoever used the browser before is there for who signs in now. */
    private static void forgetAnother(HttpSession session) {
        Collections.list(session.getAttributeNames()).stream()
                .filter(name -> !WHERE_TO.contains(name))
                .forEach(session::removeAttribute);
    }

    /** What the person had proved in this session goes on to hold, as of when they proved it. */
    private static Authentication kept(Authentication signedIn, @Nullable Authentication earlier) {
        List<GrantedAuthority> missing = earlier == null ? List.of() : factorsMissingFrom(signedIn, earlier);
        if (signedIn.getPrincipal() instanceof UserDetails
                || signedIn.getPrincipal() instanceof PublicKeyCredentialUserEntity) {
            return UsernamePasswordAuthenticationToken.authenticated(
                    signedIn.getName(),
                    null,
                    Stream.concat(factors(signedIn), missing.stream()).toList());
        }
        return signedIn.toBuilder().authorities(all -> all.addAll(missing)).build();
    }

    private static List<GrantedAuthority> factorsMissingFrom(Authentication signedIn, Authentication earlier) {
        List<String> proved =
                factors(signedIn).map(GrantedAuthority::getAuthority).toList();
        return factors(earlier)
                .filter(factor -> !proved.contains(factor.getAuthority()))
                .toList();
    }

    private static Stream<GrantedAuthority> factors(Authentication authentication) {
        return authentication.getAuthorities().stream()
                .filter(FactorGrantedAuthority.class::isInstance)
                .map(GrantedAuthority.class::cast);
    }

    /** The person of the session as they are now; a session that is over, or whose person is gone, ends here. */
    private SecurityContext present(HttpServletRequest request) {
        SecurityContext stored = stored(request);
        Authentication signedIn = stored.getAuthentication();
        HttpSession session = request.getSession(false);
        if (signedIn == null || session == null) {
            return stored;
        }
        Optional<Caller> person = find(signedIn).filter(caller -> lasts(session, SessionLimits.of(caller)));
        if (person.isEmpty()) {
            session.invalidate();
            return new SecurityContextImpl();
        }
        Caller caller = person.get();
        boolean fresh = Proof.isFresh(signedIn, clock.instant());
        CallerOfSession.put(request, fresh ? caller : caller.provedLongAgo());
        return stored;
    }

    private boolean lasts(HttpSession session, SessionLimits limits) {
        return clock.instant()
                .isBefore(Instant.ofEpochMilli(session.getCreationTime()).plus(limits.whole()));
    }

    private Optional<Caller> find(Authentication authentication) {
        return account(authentication).flatMap(people::find);
    }

    private static Optional<UUID> account(Authentication authentication) {
        try {
            return Optional.of(UUID.fromString(authentication.getName()));
        } catch (IllegalArgumentException notAPersonOfThisShop) {
            return Optional.empty();
        }
    }
}
