package io.agizo.issuer;

import io.agizo.identity.Permission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;

/** What the issuer says of itself to clients: all that works here, and nothing else. */
final class Discovery {

    private static final Set<String> TRUE_OF_THIS_ISSUER = Set.of(
            "issuer",
            "authorization_endpoint",
            "token_endpoint",
            "jwks_uri",
            "userinfo_endpoint",
            "end_session_endpoint",
            "revocation_endpoint",
            "response_types_supported",
            "subject_types_supported",
            "id_token_signing_alg_values_supported",
            "code_challenge_methods_supported");

    private static final List<String> CLAIMS = List.of(
            "iss",
            "sub",
            "aud",
            "exp",
            "iat",
            "auth_time",
            "nonce",
            "sid",
            "name",
            "locale",
            "phone_number",
            "phone_number_verified",
            "email",
            "email_verified");

    private Discovery() {}

    static void tellTheTruth(Map<String, Object> metadata) {
        metadata.keySet().retainAll(TRUE_OF_THIS_ISSUER);
        metadata.put(
                "grant_types_supported",
                List.of(
                        AuthorizationGrantType.AUTHORIZATION_CODE.getValue(),
                        AuthorizationGrantType.REFRESH_TOKEN.getValue(),
                        AuthorizationGrantType.CLIENT_CREDENTIALS.getValue()));
        String basic = ClientAuthenticationMethod.CLIENT_SECRET_BASIC.getValue();
        metadata.put("token_endpoint_auth_methods_supported", List.of(basic));
        metadata.put(
                "revocation_endpoint_auth_methods_supported",
                List.of(basic, ClientAuthenticationMethod.NONE.getValue()));
        metadata.put("scopes_supported", scopes());
        metadata.put("claims_supported", CLAIMS);
        metadata.put("claims_parameter_supported", false);
        metadata.put("request_parameter_supported", false);
        metadata.put("request_uri_parameter_supported", false);
        metadata.put("response_modes_supported", List.of(AuthorizationRules.RESPONSE_MODE));
        metadata.put(
                "prompt_values_supported",
                AuthorizationRules.PROMPTS.stream().sorted().toList());
        metadata.put("authorization_response_iss_parameter_supported", true);
    }

    private static List<String> scopes() {
        List<String> scopes = new ArrayList<>(Profiles.SCOPES);
        scopes.addFirst(OidcScopes.OPENID);
        Arrays.stream(Permission.values()).map(Permission::scope).forEach(scopes::add);
        return scopes;
    }
}
