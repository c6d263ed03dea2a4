package io.agizo.signin;

import io.agizo.identity.Proof;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.stereotype.Component;

/** Lets in who has passed the first factor, and then shows a code of their authenticator app or a recovery code. */
@Component
class SecondFactor {

    static final String AUTHORITY = Proof.SECOND_FACTOR;

    private final AuthenticatorCodes codes;
    private final SessionPeople people;
    private final KnownDevices devices;

    SecondFactor(AuthenticatorCodes codes, SessionPeople people, KnownDevices devices) {
        this.codes = codes;
        this.people = people;
        this.devices = devices;
    }

    /** Who owes the second factor, with the code that they typed. */
    Authentication typed(HttpServletRequest request) {
        Authentication first = people.halfSignedIn(request)
                .orElseThrow(() -> new BadCredentialsException("no first factor, or too long ago"));
        return new Code(first, Objects.toString(request.getParameter("code"), ""), Attempt.of(request, devices));
    }

    Authentication check(Authentication typed) {
        Code code = (Code) typed;
        UUID account = UUID.fromString(code.first.getName());
        if (!codes.check(account, code.typed, code.attempt)) {
            throw new BadCredentialsException("wrong code");
        }
        Collection<GrantedAuthority> both = Stream.concat(
                        code.first.getAuthorities().stream().filter(factor -> !AUTHORITY.equals(factor.getAuthority())),
                        Stream.of(FactorGrantedAuthority.fromAuthority(AUTHORITY)))
                .map(GrantedAuthority.class::cast)
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(code.first.getName(), null, both);
    }

    /** A code for the second factor of someone who passed the first. */
    private static final class Code extends AbstractAuthenticationToken {

        private final Authentication first;
        private final String typed;
        private final Attempt attempt;

        Code(Authentication first, String typed, Attempt attempt) {
            super(AuthorityUtils.NO_AUTHORITIES);
            this.first = first;
            this.typed = typed;
            this.attempt = attempt;
        }

        @Override
        public Object getPrincipal() {
            return first.getName();
        }

        @Override
        public Object getCredentials() {
            return typed;
        }
    }
}
