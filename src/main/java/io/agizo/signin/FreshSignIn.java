package io.agizo.signin;

import io.agizo.identity.Proof;
import io.agizo.identity.SignInTooOld;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.FactorAuthorizationDecision;
import org.springframework.security.authorization.RequiredFactor;
import org.springframework.security.authorization.RequiredFactorError;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/**
 * The rule for what a forgotten open browser must not be enough for: only who has proved lately who they are, as
 * {@link Proof} counts it.
 */
@Component
class FreshSignIn implements AuthorizationManager<RequestAuthorizationContext> {

    private static final FactorAuthorizationDecision TOO_OLD = new FactorAuthorizationDecision(List.of(
            RequiredFactorError.createExpired(RequiredFactor.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
                    .validDuration(SignInTooOld.GOOD_FOR)
                    .build())));

    private final Clock clock;

    FreshSignIn(Clock clock) {
        this.clock = clock;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> person, RequestAuthorizationContext request) {
        Authentication present = person.get();
        return present != null && Proof.isFresh(present, clock.instant()) ? new AuthorizationDecision(true) : TOO_OLD;
    }
}
