package io.agizo.accounts.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AllRequiredFactorsAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.RequiredFactor;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/**
 * The rule for what a forgotten open browser must not be enough for: only who has proved within the last quarter of an hour
 * who they are, by a password, a code or a passkey. To come back from an issuer that did not ask again is no proof.
 */
@Component
public class FreshSignIn implements AuthorizationManager<RequestAuthorizationContext> {

    private static final Duration FRESH = Duration.ofMinutes(15);

    private final AuthorizationManager<RequestAuthorizationContext> anyFreshFactor;

    FreshSignIn(Clock clock) {
        this.anyFreshFactor = AllRequiredFactorsAuthorizationManager.anyOf(
                fresh(FactorGrantedAuthority.PASSWORD_AUTHORITY, clock),
                fresh(FactorGrantedAuthority.OTT_AUTHORITY, clock),
                fresh(FactorGrantedAuthority.WEBAUTHN_AUTHORITY, clock));
    }

    @Override
    public @Nullable AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> person, RequestAuthorizationContext request) {
        return anyFreshFactor.authorize(person, request);
    }

    private static AllRequiredFactorsAuthorizationManager<RequestAuthorizationContext> fresh(
            String factor, Clock clock) {
        AllRequiredFactorsAuthorizationManager<RequestAuthorizationContext> rule =
                AllRequiredFactorsAuthorizationManager.<RequestAuthorizationContext>builder()
                        .requireFactor(RequiredFactor.withAuthority(factor)
                                .validDuration(FRESH)
                                .build())
                        .build();
        rule.setClock(clock);
        return rule;
    }
}
