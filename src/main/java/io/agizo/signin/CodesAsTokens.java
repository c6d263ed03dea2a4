package io.agizo.signin;

import io.agizo.accounts.Account;
import io.agizo.pages.ShopCookies;
import io.agizo.shared.Conflict;
import io.agizo.shared.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.authentication.ott.DefaultOneTimeToken;
import org.springframework.security.authentication.ott.GenerateOneTimeTokenRequest;
import org.springframework.security.authentication.ott.OneTimeToken;
import org.springframework.security.authentication.ott.OneTimeTokenAuthenticationToken;
import org.springframework.security.authentication.ott.OneTimeTokenService;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Lets Spring Security sign people in by a texted code: its one-time token is the browser's ticket with the code. */
@Component
class CodesAsTokens implements OneTimeTokenService {

    private static final char BETWEEN = ' ';

    /**
     * What is known of a request with a code besides the code.
     *
     * @param signedIn the account of the browser's session; null for nobody
     */
    private record Typed(Attempt attempt, @Nullable String signedIn) {}

    private final TextedCodes codes;
    private final ShopCookies cookies;
    private final KnownDevices devices;
    private final Clock clock;

    CodesAsTokens(TextedCodes codes, ShopCookies cookies, KnownDevices devices, Clock clock) {
        this.codes = codes;
        this.cookies = cookies;
        this.devices = devices;
        this.clock = clock;
    }

    /** Codes are asked for by {@link AskForCode}, which has more to say than to whom. */
    @Override
    public OneTimeToken generate(GenerateOneTimeTokenRequest request) {
        throw new UnsupportedOperationException("AskForCode sends codes");
    }

    Authentication typed(HttpServletRequest request) {
        String ticket = cookies.read(request, AskForCode.COOKIE).orElse("");
        String code = Objects.toString(request.getParameter("code"), "");
        OneTimeTokenAuthenticationToken typed = new OneTimeTokenAuthenticationToken(ticket + BETWEEN + code);
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        typed.setDetails(new Typed(Attempt.of(request, devices), person == null ? null : person.getName()));
        return typed;
    }

    @Override
    public @Nullable OneTimeToken consume(OneTimeTokenAuthenticationToken typed) {
        String value = Objects.requireNonNull(typed.getTokenValue());
        int between = value.indexOf(BETWEEN);
        Typed from = (Typed) Objects.requireNonNull(typed.getDetails(), "says where it comes from");
        return prove(new Secret(value.substring(0, between)), value.substring(between + 1), from)
                .map(account -> new DefaultOneTimeToken(
                        value, account.id().toString(), clock.instant().plus(TextedCodes.GOOD_FOR)))
                .orElse(null);
    }

    private Optional<Account> prove(Secret ticket, String code, Typed from) {
        try {
            return codes.prove(ticket, code, from.signedIn, from.attempt, LocaleContextHolder.getLocale());
        } catch (Conflict taken) {
            throw new NumberTaken(taken);
        } catch (NotFound gone) {
            return Optional.empty();
        }
    }
}
