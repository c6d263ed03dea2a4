package io.agizo.signin;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** Someone who can sign in with a password, as Spring Security checks it; its name for them is their account's id. */
record PersonWithPassword(UUID account, String passwordHash) implements UserDetails {

    @Override
    public String getUsername() {
        return account.toString();
    }

    @Override
    public String getPassword() {
        return passwordHash;
    }

    /** What a person may do is looked up at each of their requests. */
    @Override
    public Collection<GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public String toString() {
        return getUsername();
    }
}
