package io.agizo.signin;

import io.agizo.accounts.Account;
import io.agizo.accounts.AccountId;
import io.agizo.accounts.AccountWords;
import io.agizo.accounts.Accounts;
import io.agizo.notifications.SendSecret;
import io.agizo.notifications.mail.SendMail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells people that a way into their account has changed, wherever they proved that they can be reached: whoever changed it
 * may be somebody else.
 */
@Component
class TellOfChange {

    private static final String OCCASION = "account-notice";

    /** Who hears of it a day later has been told too late to matter. */
    private static final Duration GOOD_FOR = Duration.ofDays(1);

    private final Accounts accounts;
    private final SendSecret texts;
    private final SendMail mails;
    private final AccountWords words;
    private final Clock clock;

    TellOfChange(Accounts accounts, SendSecret texts, SendMail mails, AccountWords words, Clock clock) {
        this.accounts = accounts;
        this.texts = texts;
        this.mails = mails;
        this.words = words;
        this.clock = clock;
    }

    /** What has changed. */
    enum Change {
        PASSWORD,
        RECOVERED,
        PASSKEY_ADDED,
        PASSKEY_REMOVED,
        AUTHENTICATOR_ADDED,
        AUTHENTICATOR_REMOVED,
        PHONE,
        EMAIL;

        private String key() {
            return "notice." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(AccountId account, Change change) {
        accounts.find(account).ifPresent(own -> tell(own, own, change));
    }

    /** Also where the person could be reached before, for the change may have been made to keep them from hearing of it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(Account before, Account after, Change change) {
        String language = after.locale();
        String notice = words.of(change.key(), language) + ' ' + words.of("notice.not-you", language);
        Instant goodUntil = clock.instant().plus(GOOD_FOR);
        places(before.provedPhone(), after.provedPhone())
                .forEach(phone -> texts.send(phone, after.id().value(), OCCASION, notice, goodUntil));
        if (mails.isPossible()) {
            String subject = words.of("notice.subject", language);
            places(before.email(), after.email())
                    .forEach(to -> mails.send(to, after.id().value(), subject, notice, goodUntil));
        }
    }

    private static <T> Set<T> places(@Nullable T before, @Nullable T after) {
        Set<T> places = new LinkedHashSet<>();
        if (before != null) {
            places.add(before);
        }
        if (after != null) {
            places.add(after);
        }
        return places;
    }
}
