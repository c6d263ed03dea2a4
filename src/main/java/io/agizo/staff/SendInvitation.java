package io.agizo.staff;

import io.agizo.accounts.Account;
import io.agizo.accounts.AccountId;
import io.agizo.accounts.AccountWords;
import io.agizo.accounts.Accounts;
import io.agizo.identity.Caller;
import io.agizo.identity.SecretHash;
import io.agizo.notifications.SendSecret;
import io.agizo.shared.PhoneNumber;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Texts an invited person the link by which they accept. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SendInvitation {

    /** Long enough to get round to it, short enough that a forgotten text lets nobody in. */
    private static final Duration GOOD_FOR = Duration.ofDays(7);

    private final InvitationStore invitations;
    private final Accounts accounts;
    private final AccountLinks links;
    private final AccountWords words;
    private final SendSecret texts;
    private final Clock clock;

    SendInvitation(
            InvitationStore invitations,
            Accounts accounts,
            AccountLinks links,
            AccountWords words,
            SendSecret texts,
            Clock clock) {
        this.invitations = invitations;
        this.accounts = accounts;
        this.links = links;
        this.words = words;
        this.texts = texts;
        this.clock = clock;
    }

    /** The link is good for the number that the person has now; the one before is void. */
    void send(Caller caller, EmployeeView invited) {
        PhoneNumber phone = Objects.requireNonNull(invited.phone());
        String secret = links.newSecret();
        Instant expires = clock.instant().plus(GOOD_FOR);
        invitations.put(invited.id(), phone, caller, SecretHash.of(secret), expires);
        String text = words.of(
                "invitation",
                language(caller, phone),
                Map.of("days", Long.toString(GOOD_FOR.toDays()), "link", links.invitation(secret)));
        texts.send(phone, invited.id().value(), "invitation", text, expires);
    }

    /** Theirs, if they have an account here, or else that of whoever invites them: they work in one shop. */
    private String language(Caller caller, PhoneNumber phone) {
        return accounts.byPhone(phone)
                .or(() -> caller.account().map(AccountId::new).flatMap(accounts::find))
                .map(Account::locale)
                .orElse("en");
    }
}
