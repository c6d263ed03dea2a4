package io.agizo.accounts.signin;

import io.agizo.accounts.Account;
import io.agizo.accounts.AccountId;
import io.agizo.accounts.AccountWords;
import io.agizo.accounts.Accounts;
import io.agizo.notifications.SendSecret;
import io.agizo.orders.BuyerNumbers;
import io.agizo.shared.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Texts buyers their codes, out of the same allowance as the codes to sign in, and tells whose numbers are proved. */
@Component
class NumbersOfBuyers implements BuyerNumbers {

    private static final String OCCASION = "order-code";

    private final Accounts accounts;
    private final Tries tries;
    private final SendSecret texts;
    private final AccountWords words;

    NumbersOfBuyers(Accounts accounts, Tries tries, SendSecret texts, AccountWords words) {
        this.accounts = accounts;
        this.tries = tries;
        this.texts = texts;
        this.words = words;
    }

    @Override
    public Optional<PhoneNumber> proved(UUID account) {
        return accounts.find(new AccountId(account)).map(Account::provedPhone);
    }

    @Override
    public boolean arePossible() {
        return texts.isPossible();
    }

    /** Whoever asks is counted first, so a network that had too many uses up nobody's texts. */
    @Override
    public Optional<Duration> text(
            PhoneNumber phone, String code, Instant goodUntil, Locale locale, @Nullable String network) {
        try {
            if (network != null) {
                tries.take(Allowance.CODE_FROM_NETWORK, network);
            }
            tries.take(Allowance.CODE_TO_NUMBER, phone.e164());
        } catch (TooManyTries tooMany) {
            return Optional.of(Duration.ofSeconds(tooMany.waitSeconds()));
        }
        String text = words.of("code-order", AccountWords.language(locale), Map.of("code", code));
        texts.send(phone, null, OCCASION, text, goodUntil);
        return Optional.empty();
    }
}
