package io.agizo.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** A caller whose token was checked, in the form that Spring Security hands around. */
public final class SignedIn extends AbstractAuthenticationToken {

    private final transient Caller caller;
    private final @Nullable Integer requestsPerMinute;

    public SignedIn(Caller caller) {
        this(caller, null);
    }

    public SignedIn(Caller caller, @Nullable Integer requestsPerMinute) {
        super(AuthorityUtils.createAuthorityList(
                caller.permissions().stream().map(Permission::scope).toList()));
        this.caller = caller;
        this.requestsPerMinute = requestsPerMinute;
        setAuthenticated(true);
    }

    /** Who sends the request, by a token or by a session; anyone where nobody signed in. */
    public static Caller callerOf(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        if (principal instanceof SignedIn program) {
            return program.caller();
        }
        Caller person = principal == null ? null : CallerOfSession.of(request);
        return person == null ? Caller.anyone() : person;
    }

    public Caller caller() {
        return caller;
    }

    /** What the caller may ask of the shop; null for what the shop's settings say. */
    public @Nullable Integer requestsPerMinute() {
        return requestsPerMinute;
    }

    @Override
    public Object getPrincipal() {
        return caller;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public String getName() {
        return caller.id();
    }
}
