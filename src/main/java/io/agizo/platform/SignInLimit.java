package io.agizo.platform;

import io.agizo.api.Answers;
import io.agizo.api.RateLimit;
import io.agizo.api.RateLimit.Verdict;
import io.agizo.clients.ClientSecrets;
import io.agizo.identity.Caller;
import io.agizo.identity.LimitMet;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Slows down who guesses the secrets of clients: from a network that sent too many wrong ones for a client, another wrong one
 * is turned away at once. The right one is always taken, for nobody guesses one: what the limit saves is the processor and the
 * audit trail, and neither is worth a till that stands still because a stranger shares its address.
 */
final class SignInLimit extends OncePerRequestFilter {

    private static final String BASIC = "Basic ";

    /** So many clients may fail behind one address before it waits whatever it calls itself. */
    static final int CLIENTS_OF_A_NETWORK = 10;

    /** Three times what an id of a client has; what is longer is nobody's, and is counted together. */
    private static final int LONGEST_ID = 64;

    private final RateLimit ofClient;
    private final RateLimit ofNetwork;
    private final ClientSecrets secrets;
    private final Answers answers;
    private final ApplicationEventPublisher events;

    SignInLimit(
            int failuresPerMinute,
            ClientSecrets secrets,
            Answers answers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.ofClient = new RateLimit("failed-sign-in", failuresPerMinute, clock);
        this.ofNetwork = new RateLimit("failed-sign-in-of-network", failuresPerMinute * CLIENTS_OF_A_NETWORK, clock);
        this.secrets = secrets;
        this.answers = answers;
        this.events = events;
    }

    /** What somebody says to be, and to know. */
    private record Secret(String client, String secret) {}

    /** A client that somebody says to be, from one network. */
    private record Claim(String client, Object network) {}

    /** Only who posts a secret is counted, not who reads the issuer's keys. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !HttpMethod.POST.matches(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Secret sent = secret(request);
        if (sent == null) {
            chain.doFilter(request, response);
            return;
        }
        Object network = RateLimit.network(request);
        Claim claim = new Claim(shortened(sent.client()), network);
        Verdict byClient = ofClient.take(claim, response);
        Verdict byNetwork = ofNetwork.take(network, response);
        if (!(byClient.granted() && byNetwork.granted()) && !mayBeRight(sent)) {
            events.publishEvent(new LimitMet(Caller.anyone(), "failed-sign-in"));
            Verdict refused = byClient.granted() ? byNetwork : byClient;
            answers.write(answers.problem(refused.refusal()), request, response);
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() != HttpStatus.UNAUTHORIZED.value()) {
            giveBack(ofClient, claim, byClient);
            giveBack(ofNetwork, network, byNetwork);
        }
    }

    private static void giveBack(RateLimit limit, Object key, Verdict taken) {
        if (taken.granted()) {
            limit.giveBack(key);
        }
    }

    /**
     * Who sends no secret that can be read is turned away further on, at no cost. The body is left alone here: servers tell only the
     * first who looks at it that it cannot be read.
     */
    private static @Nullable Secret secret(HttpServletRequest request) {
        try {
            String header = request.getHeader(HttpHeaders.AUTHORIZATION);
            if (header == null || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
                return null;
            }
            byte[] decoded =
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            String[] pair = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            return pair.length < 2 ? null : new Secret(plain(pair[0]), plain(pair[1]));
        } catch (IllegalArgumentException | RequestRejectedException unreadable) {
            return null;
        }
    }

    private static String plain(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }

    private static String shortened(String id) {
        return id.length() > LONGEST_ID ? "" : id;
    }

    /** Where nobody can tell, whoever asks is told so further on. */
    private boolean mayBeRight(Secret sent) {
        try {
            return secrets.isRight(sent.client(), sent.secret());
        } catch (DataAccessException unavailable) {
            return true;
        }
    }
}
