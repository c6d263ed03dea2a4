package io.agizo.signin;

import io.agizo.accounts.Account;
import io.agizo.pages.ShopCookies;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.Shop;
import io.agizo.texting.TextsForStrangers;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Has a code texted to who wants to sign in, to open an account or to prove a new number. */
@Component
public class AskForCode {

    static final String COOKIE = "code";

    private static final int LONGEST_NAME = 200;

    private final TextedCodes codes;
    private final ProveEmail proveEmail;
    private final NewPasswords newPasswords;
    private final KnownDevices devices;
    private final ShopCookies cookies;
    private final Shop shop;
    private final TextsForStrangers texts;

    AskForCode(
            TextedCodes codes,
            ProveEmail proveEmail,
            NewPasswords newPasswords,
            KnownDevices devices,
            ShopCookies cookies,
            Shop shop,
            TextsForStrangers texts) {
        this.codes = codes;
        this.proveEmail = proveEmail;
        this.newPasswords = newPasswords;
        this.devices = devices;
        this.cookies = cookies;
        this.shop = shop;
        this.texts = texts;
    }

    /** Refuses what is no number, and {@link TooManyTries too many}; whether it has an account is told to nobody. */
    public void toSignIn(
            @Nullable String phone, Locale locale, HttpServletRequest request, HttpServletResponse answer) {
        send(reachable(phone), CodePurpose.SignIn::new, locale, request, answer);
    }

    /** The account is there once the code was typed in, and with it the proof that the number is theirs. */
    public void toSignUp(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String password,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse answer) {
        PhoneNumber number = reachable(phone);
        String called = name(name);
        NewPasswords.Good good =
                newPasswords.check(password, Arrays.asList(called, phone, number.e164(), email), request);
        String address = proveEmail.forNewAccount(email, request);
        send(number, () -> new CodePurpose.SignUp(called, newPasswords.hash(good), address), locale, request, answer);
    }

    /** The shop has its owner once the code was typed in. */
    public void toSetUp(
            String linkHash,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String password,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse answer) {
        PhoneNumber number = number(phone);
        String called = name(name);
        NewPasswords.Good good =
                newPasswords.check(password, Arrays.asList(called, phone, number.e164(), email), request);
        String address = proveEmail.forNewAccount(email, request);
        send(
                number,
                () -> new CodePurpose.SetUp(linkHash, called, newPasswords.hash(good), address),
                locale,
                request,
                answer);
    }

    /** The number takes the place of the account's once the code was typed in. */
    void toMovePhone(
            Account own,
            @Nullable String phone,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse answer) {
        send(reachable(phone), () -> new CodePurpose.MovePhone(own.id().value()), locale, request, answer);
    }

    /** One more for what this browser asked for last; tells whether it had asked for any. */
    public boolean again(Locale locale, HttpServletRequest request, HttpServletResponse answer) {
        String sentTo = sentTo(request);
        if (sentTo.isEmpty()) {
            return false;
        }
        PhoneNumber phone = number(sentTo);
        CodePurpose purpose = cookies.read(request, COOKIE)
                .map(ticket -> codes.purpose(new Secret(ticket)))
                .orElseGet(CodePurpose.SignIn::new);
        send(phone, () -> purpose, locale, request, answer);
        return true;
    }

    /** Whether codes reach telephones at all. */
    public boolean isPossible() {
        return codes.arePossible();
    }

    /** Where this browser had its last code sent; empty if it asked for none. */
    public String sentTo(HttpServletRequest request) {
        return cookies.read(request, COOKIE)
                .flatMap(ticket -> codes.sentTo(new Secret(ticket)))
                .map(PhoneNumber::e164)
                .orElse("");
    }

    private static String name(@Nullable String name) {
        String called = Objects.toString(name, "").strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw new InvalidInput("/name", "must be a name of at most %d characters".formatted(LONGEST_NAME));
        }
        return called;
    }

    private PhoneNumber number(@Nullable String phone) {
        return InvalidInput.at("/phone", () -> PhoneNumber.parse(Objects.toString(phone, ""), shop.country()));
    }

    /** One that a stranger may have texted. */
    private PhoneNumber reachable(@Nullable String phone) {
        PhoneNumber number = number(phone);
        return InvalidInput.at("/phone", () -> {
            texts.mustReach(number);
            return number;
        });
    }

    private void send(
            PhoneNumber phone,
            Supplier<CodePurpose> purpose,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse answer) {
        Secret ticket = codes.send(phone, purpose, Attempt.of(request, devices), locale);
        cookies.write(answer, COOKIE, ticket.value(), TextedCodes.GOOD_FOR);
    }
}
