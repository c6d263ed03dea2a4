package io.agizo.clients;

import java.util.ArrayList;
import java.util.List;
import org.springframework.security.oauth2.core.AuthorizationGrantType;

/** What API clients are for, by the names that OAuth has for it. */
final class GrantType {

    /** Tokens with which a program speaks for itself. */
    static final String ALONE = AuthorizationGrantType.CLIENT_CREDENTIALS.getValue();

    /** People sign in; the refresh tokens that follow need not be named. */
    static final String FOR_PEOPLE = AuthorizationGrantType.AUTHORIZATION_CODE.getValue();

    private GrantType() {}

    static List<String> of(boolean actsAlone, boolean signsPeopleIn) {
        List<String> types = new ArrayList<>();
        if (actsAlone) {
            types.add(ALONE);
        }
        if (signsPeopleIn) {
            types.add(FOR_PEOPLE);
        }
        return List.copyOf(types);
    }

    static boolean actsAlone(List<String> types) {
        return types.contains(ALONE);
    }
}
