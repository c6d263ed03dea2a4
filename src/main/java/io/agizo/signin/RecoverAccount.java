package io.agizo.signin;

import io.agizo.pages.ShopCookies;
import io.agizo.shared.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets people back in who forgot their password, by a new one. Who has a second factor is asked for it before the new
 * password takes the place of the old one. The password is looked at first, so that a bad one uses nothing up.
 */
@Component
public class RecoverAccount {

    private final NewPasswords newPasswords;
    private final TextedCodes codes;
    private final RecoveryLinks links;
    private final LetIn letIn;
    private final KnownDevices devices;
    private final ShopCookies cookies;

    RecoverAccount(
            NewPasswords newPasswords,
            TextedCodes codes,
            RecoveryLinks links,
            LetIn letIn,
            KnownDevices devices,
            ShopCookies cookies) {
        this.newPasswords = newPasswords;
        this.codes = codes;
        this.links = links;
        this.letIn = letIn;
        this.devices = devices;
        this.cookies = cookies;
    }

    /**
     * For who proves by a texted code that the telephone is theirs.
     *
     * @return where they go next
     * @throws TooManyTries if the number had too many wrong codes, or somebody chose too many passwords here
     */
    public String byCode(
            @Nullable String code,
            @Nullable String password,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        NewPasswords.Good good = newPasswords.check(password, List.of(), request);
        Attempt attempt = Attempt.of(request, devices);
        return cookies.read(request, AskForCode.COOKIE)
                .flatMap(ticket -> codes.recover(
                        new Secret(ticket), Objects.toString(code, ""), attempt, locale, () -> newPasswords.hash(good)))
                .map(recovered -> letIn.recovered(recovered, request, response))
                .orElseThrow(() -> new InvalidInput("/code", "is wrong, or too old"));
    }

    /** The same for who followed a mailed link; it proves that the address of the account is theirs. */
    public String byLink(
            String token, @Nullable String password, HttpServletRequest request, HttpServletResponse response) {
        NewPasswords.Good good = newPasswords.check(password, List.of(), request);
        return links.follow(token, () -> newPasswords.hash(good))
                .map(recovered -> letIn.recovered(recovered, request, response))
                .orElseThrow(() -> new InvalidInput("", "The link was used before, or is too old. Ask for a new one"));
    }
}
