package io.agizo.api.proxies;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds who is behind the shop's own proxies. Each of them writes at the right end of {@code Forwarded} (RFC 7239) or
 * {@code X-Forwarded-For} from whom it took the request, so what counts is read from the right, as far as those who wrote it
 * are trusted. What stands further left is whatever the caller liked to send.
 */
final class CallerBehindProxies {

    /** More than any shop has in a row; a longer way is taken to begin here. */
    private static final int MOST_PROXIES = 16;

    /** The {@code for} of an element of Forwarded, bare or quoted. A value with a backslash is none that a proxy writes. */
    private static final Pattern FOR =
            Pattern.compile("(?i)(?:^|.*;)\\s*for=(?:\"([^\"\\\\]*)\"|([^\";\\s]*))\\s*(?:;.*|$)");

    private final TrustedProxies trusted;

    CallerBehindProxies(TrustedProxies trusted) {
        this.trusted = trusted;
    }

    /**
     * The address that the request comes from. A proxy writes one of the headers and may hand on the other as it came, so
     * that two which contradict each other are both left aside: the caller is then the proxy.
     *
     * @param peer who is at the other end of the connection
     */
    InetAddress find(InetAddress peer, List<String> forwarded, List<String> forwardedFor) {
        boolean silent = forwarded.isEmpty() && forwardedFor.isEmpty();
        if (silent || !trusted.contain(peer)) {
            return peer;
        }
        if (forwardedFor.isEmpty()) {
            return walk(peer, new FromTheRight(forwarded), CallerBehindProxies::ofElement);
        }
        InetAddress found = walk(peer, new FromTheRight(forwardedFor), NodeName::address);
        boolean agree = forwarded.isEmpty()
                || walk(peer, new FromTheRight(forwarded), CallerBehindProxies::ofElement)
                        .equals(found);
        return agree ? found : peer;
    }

    private InetAddress walk(InetAddress peer, FromTheRight entries, Reading reading) {
        InetAddress caller = peer;
        for (int i = 0; i < MOST_PROXIES && trusted.contain(caller); i++) {
            Optional<InetAddress> next = entries.next().flatMap(reading::read);
            if (next.isEmpty()) {
                break;
            }
            caller = next.get();
        }
        return caller;
    }

    private static Optional<InetAddress> ofElement(String element) {
        Matcher node = FOR.matcher(element);
        return node.matches()
                ? NodeName.address(node.group(1) == null ? node.group(2) : node.group(1))
                : Optional.empty();
    }

    /** What an entry says. */
    private interface Reading {

        Optional<InetAddress> read(String entry);
    }

    /**
     * Cuts the lines of a header into their entries, the last one first. A quote that the caller left open further left thus
     * swallows nothing of what a proxy wrote.
     */
    private static final class FromTheRight {

        private final List<String> lines;
        private int line;
        private int end;

        FromTheRight(List<String> lines) {
            this.lines = lines;
            this.line = lines.size();
        }

        /** The entry left of the one before; lists may have empty ones, which say nothing. */
        Optional<String> next() {
            while (end > 0 || line > 0) {
                if (end <= 0) {
                    line--;
                    end = lines.get(line).length();
                }
                String text = lines.get(line);
                int comma = commaBefore(text);
                String entry = text.substring(comma + 1, end).strip();
                end = comma;
                if (!entry.isEmpty()) {
                    return Optional.of(entry);
                }
            }
            return Optional.empty();
        }

        private int commaBefore(String text) {
            boolean quoted = false;
            int at = end - 1;
            while (at >= 0 && (quoted || text.charAt(at) != ',')) {
                quoted ^= text.charAt(at) == '"';
                at--;
            }
            return at;
        }
    }
}
