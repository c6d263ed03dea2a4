package io.agizo.signin.oidc;

import io.agizo.accounts.AccountId;
import io.agizo.accounts.ForeignIdentity;
import io.agizo.accounts.LinkedPeople;
import io.agizo.identity.Permission;
import io.agizo.identity.Proof;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Finds out whose account it is that an issuer's ID token speaks of. */
@Component
class FindPerson implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private static final String UNNAMED = "Customer";
    private static final int LONGEST_NAME = 100;
    private static final String SWAHILI = "sw";
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofSeconds(10);

    private final OidcSettings settings;
    private final LinkedPeople people;
    private final LinkWish wish;
    private final Clock clock;

    FindPerson(OidcSettings settings, LinkedPeople people, LinkWish wish, Clock clock) {
        this.settings = settings;
        this.people = people;
        this.wish = wish;
        this.clock = clock;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcIdToken token = request.getIdToken();
        AccountId account = settings.isOther() ? linked(token) : AccountId.of(subject(token));
        return new Person(account, settings.isOther() ? proofs(token) : List.of(), token);
    }

    /** When that issuer last asked who they are; where it does not say, they have proved nothing to the shop. */
    private List<GrantedAuthority> proofs(OidcIdToken token) {
        Instant proved = token.getAuthenticatedAt();
        return proved == null || proved.isAfter(clock.instant().plus(CLOCKS_DIFFER_BY))
                ? List.of()
                : List.of(FactorGrantedAuthority.withAuthority(Proof.AT_ISSUER)
                        .issuedAt(proved)
                        .build());
    }

    private AccountId linked(OidcIdToken token) {
        ForeignIdentity identity = new ForeignIdentity(Objects.requireNonNull(settings.issuer()), subject(token));
        AccountId account = wish.take()
                .map(person -> people.link(identity, person))
                .orElseGet(() -> people.signIn(identity, name(token), locale(token.getLocale())));
        Set<Permission> granted = settings.granted(token.getClaims());
        if (granted != null) {
            people.grant(identity, granted, Objects.requireNonNullElse(token.getIssuedAt(), Instant.EPOCH));
        }
        return account;
    }

    private static String subject(OidcIdToken token) {
        return Objects.requireNonNull(token.getSubject(), "an ID token was checked to have a subject");
    }

    private static String name(OidcIdToken token) {
        String name = token.getFullName() == null ? token.getPreferredUsername() : token.getFullName();
        if (name == null || name.isBlank()) {
            return UNNAMED;
        }
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    private static String locale(@Nullable String claimed) {
        return claimed != null && claimed.startsWith(SWAHILI) ? SWAHILI : "en";
    }
}
