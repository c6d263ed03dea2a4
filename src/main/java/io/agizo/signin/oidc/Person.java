package io.agizo.signin.oidc;

import io.agizo.accounts.AccountId;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Someone whom an issuer has signed in, by the name of their account here, whatever they are called there. */
final class Person extends DefaultOidcUser {

    private final String account;

    Person(AccountId account, Collection<GrantedAuthority> authorities, OidcIdToken idToken) {
        super(authorities, idToken);
        this.account = account.toString();
    }

    @Override
    public String getName() {
        return account;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Person person && account.equals(person.account);
    }

    @Override
    public int hashCode() {
        return account.hashCode();
    }
}
