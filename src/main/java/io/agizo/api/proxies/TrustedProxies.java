package io.agizo.api.proxies;

import io.agizo.shared.CannotStart;
import java.net.InetAddress;
import java.util.List;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** The proxies of the shop, by their addresses. */
final class TrustedProxies {

    private final List<IpAddressMatcher> networks;

    /** Refuses with {@link CannotStart} what is neither an address nor a network. */
    TrustedProxies(List<String> networks) {
        this.networks = networks.stream().map(TrustedProxies::network).toList();
    }

    boolean contain(InetAddress address) {
        return networks.stream().anyMatch(network -> network.matches(address.getHostAddress()));
    }

    private static IpAddressMatcher network(String text) {
        int slash = text.indexOf('/');
        try {
            if (NodeName.literal(slash < 0 ? text : text.substring(0, slash)).isPresent()) {
                return new IpAddressMatcher(text);
            }
        } catch (IllegalArgumentException noSuchPrefix) {
            // Said below, in the same words as for a name.
        }
        throw new CannotStart(
                "agizo.trusted-proxies names " + text + ", which is neither an address nor a network.",
                "Set AGIZO_TRUSTED_PROXIES to addresses or networks, such as 10.0.0.7,192.168.0.0/16,fd00::/8.");
    }
}
