package io.agizo.signin;

import io.agizo.accounts.Account;
import io.agizo.accounts.AccountId;
import io.agizo.accounts.AccountWords;
import io.agizo.accounts.Accounts;
import io.agizo.notifications.SendSecret;
import io.agizo.orders.BuyerNumbers;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.TextLanguage;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Texts buyers their codes, and tells whose numbers are proved. */
@Component
class NumbersOfBuyers implements BuyerNumbers {

    private final Accounts accounts;
    private final SendSecret texts;
    private final AccountWords words;

    NumbersOfBuyers(Accounts accounts, SendSecret texts, AccountWords words) {
        this.accounts = accounts;
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

    @Override
    public Optional<Duration> pause() {
        return texts.pause();
    }

    @Override
    public void text(PhoneNumber phone, String code, Purpose purpose, Instant goodUntil, Locale locale) {
        String word = switch (purpose) {
            case ORDER -> "order";
            case ERASURE -> "erasure";
        };
        String text = words.of("code-" + word, TextLanguage.of(locale), Map.of("code", code));
        texts.send(phone, null, word + "-code", text, goodUntil);
    }
}
