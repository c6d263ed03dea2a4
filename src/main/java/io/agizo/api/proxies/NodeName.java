package io.agizo.api.proxies;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads addresses as proxies write them, and nothing that would have to be looked up. */
final class NodeName {

    private static final Pattern LITERAL = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    /** The longest IPv6 address has 45 characters: with an IPv4 address at its end. */
    private static final int LONGEST = 45;

    private NodeName() {}

    /**
     * The address of a node of RFC 7239: bare, or with a port, where IPv6 stands in brackets. Nothing for what hides its
     * address, such as {@code unknown} or {@code _hidden}, and for what is broken.
     */
    static Optional<InetAddress> address(String node) {
        if (node.startsWith("[")) {
            int end = node.indexOf(']');
            return end > 0 && isPort(node.substring(end + 1))
                    ? literal(node.substring(1, end)).filter(address -> node.lastIndexOf(':', end) > 0)
                    : Optional.empty();
        }
        int colon = node.indexOf(':');
        boolean hasPort = colon >= 0 && colon == node.lastIndexOf(':') && isPort(node.substring(colon));
        return literal(hasPort ? node.substring(0, colon) : node);
    }

    /** An address alone. */
    static Optional<InetAddress> literal(String text) {
        if (text.length() > LONGEST || !LITERAL.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static boolean isPort(String text) {
        return text.isEmpty() || text.matches(":(\\d{1,5}|_[A-Za-z0-9._-]{1,40})");
    }
}
