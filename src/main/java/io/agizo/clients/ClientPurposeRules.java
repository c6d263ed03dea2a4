package io.agizo.clients;

import static io.agizo.clients.ApiClientRules.each;

import io.agizo.issuer.Profiles;
import io.agizo.shared.InvalidInput.Fault;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells what is wrong with what a client is to be used for; where people are sent to after signing in above all. */
final class ClientPurposeRules {

    /** What fits into every browser, proxy and log. */
    private static final int LONGEST_ADDRESS = 500;

    /** A wildcard among them would send codes to whoever finds a place that it covers. */
    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e&&[^*]]+");

    private static final Set<String> THIS_COMPUTER = Set.of("localhost", "127.0.0.1", "[::1]");

    private ClientPurposeRules() {}

    static List<Fault> faults(ClientPurpose purpose) {
        List<Fault> faults = new ArrayList<>();
        faults.addAll(each(purpose.grantTypes(), "/grantTypes", ClientPurposeRules::grantTypeFault));
        faults.addAll(each(purpose.redirectUris(), "/redirectUris", ClientPurposeRules::addressFault));
        faults.addAll(
                each(purpose.postLogoutRedirectUris(), "/postLogoutRedirectUris", ClientPurposeRules::addressFault));
        faults.addAll(each(purpose.profileScopes(), "/profileScopes", ClientPurposeRules::profileFault));
        boolean forPeople = purpose.grantTypes().contains(GrantType.FOR_PEOPLE);
        if (purpose.grantTypes().isEmpty()) {
            faults.add(new Fault("/grantTypes", "must name at least one"));
        }
        if (forPeople && purpose.redirectUris().isEmpty()) {
            faults.add(new Fault("/redirectUris", "must be given where people sign in"));
        }
        if (!forPeople) {
            faults.addAll(needless(purpose.redirectUris(), "/redirectUris"));
            faults.addAll(needless(purpose.postLogoutRedirectUris(), "/postLogoutRedirectUris"));
            faults.addAll(needless(purpose.profileScopes(), "/profileScopes"));
        }
        return faults;
    }

    private static List<Fault> needless(List<String> values, String pointer) {
        return values.isEmpty() ? List.of() : List.of(new Fault(pointer, "must be empty where nobody signs in"));
    }

    private static @Nullable String grantTypeFault(String type) {
        return type.equals(GrantType.ALONE) || type.equals(GrantType.FOR_PEOPLE)
                ? null
                : "must be client_credentials or authorization_code";
    }

    private static @Nullable String profileFault(String scope) {
        return Profiles.SCOPES.contains(scope) ? null : "must be profile, phone, email or shop:order";
    }

    /** RFC 9700: exact addresses by TLS; plain HTTP only to a program on the person's own computer (RFC 8252). */
    private static @Nullable String addressFault(String address) {
        if (address.length() > LONGEST_ADDRESS) {
            return "must be at most " + LONGEST_ADDRESS + " characters";
        }
        if (!PLAIN.matcher(address).matches()) {
            return "must be one exact address, without spaces or wildcards";
        }
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException unreadable) {
            return "must be a whole address, such as https://app.example.com/callback";
        }
        return uriFault(uri);
    }

    private static @Nullable String uriFault(URI uri) {
        if (uri.getScheme() == null || uri.getHost() == null) {
            return "must be a whole address, such as https://app.example.com/callback";
        }
        boolean near = uri.getScheme().equals("http") && THIS_COMPUTER.contains(uri.getHost());
        if (!uri.getScheme().equals("https") && !near) {
            return "must begin with https, save for localhost";
        }
        if (uri.getRawFragment() != null) {
            return "must not have a fragment (#)";
        }
        return uri.getRawUserInfo() == null ? null : "must not have a user name (@)";
    }
}
