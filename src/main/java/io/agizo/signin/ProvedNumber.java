package io.agizo.signin;

import io.agizo.accounts.Account;
import io.agizo.accounts.AccountId;
import io.agizo.accounts.Accounts;
import io.agizo.accounts.OpenAccount;
import io.agizo.accounts.PasswordHashes;
import io.agizo.accounts.ProvedContacts;
import io.agizo.shared.NotFound;
import io.agizo.shared.PhoneNumber;
import io.agizo.shared.TextLanguage;
import io.agizo.staff.NewOwner;
import io.agizo.staff.SetUpShop;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Does what somebody wanted who has now proved that a telephone is theirs; who has no account with it gets one. */
@Component
class ProvedNumber {

    private final Accounts accounts;
    private final OpenAccount openAccount;
    private final ProvedContacts contacts;
    private final PasswordHashes hashes;
    private final ProveEmail proveEmail;
    private final SetUpShop setUpShop;
    private final TellOfChange tellOfChange;

    ProvedNumber(
            Accounts accounts,
            OpenAccount openAccount,
            ProvedContacts contacts,
            PasswordHashes hashes,
            ProveEmail proveEmail,
            SetUpShop setUpShop,
            TellOfChange tellOfChange) {
        this.accounts = accounts;
        this.openAccount = openAccount;
        this.contacts = contacts;
        this.hashes = hashes;
        this.proveEmail = proveEmail;
        this.setUpShop = setUpShop;
        this.tellOfChange = tellOfChange;
    }

    /** The account of whoever proved it. */
    @Transactional
    public Account use(PhoneNumber phone, CodePurpose purpose, Locale locale) {
        String language = TextLanguage.of(locale);
        return switch (purpose) {
            case CodePurpose.MovePhone(var mover) -> move(new AccountId(mover), phone);
            case CodePurpose.SignIn() -> openAccount.open(phone, phone.e164(), language);
            case CodePurpose.SignUp wish -> signUp(phone, wish, language);
            case CodePurpose.SetUp wish -> setUp(phone, wish, language);
        };
    }

    private Account move(AccountId mover, PhoneNumber phone) {
        Account before = accounts.find(mover).orElseThrow(() -> new NotFound("There is no such account any more."));
        Account after = contacts.phone(mover, phone);
        tellOfChange.tell(before, after, TellOfChange.Change.PHONE);
        return after;
    }

    /** The name, the password and the address are for a new account only: whoever has one keeps what they had. */
    private Account signUp(PhoneNumber phone, CodePurpose.SignUp wish, String language) {
        boolean isNew = accounts.byPhone(phone).isEmpty();
        Account account = openAccount.open(phone, wish.newName(), language);
        if (isNew && wish.newPasswordHash() != null) {
            hashes.replace(account.id(), wish.newPasswordHash());
        }
        if (isNew && wish.newEmail() != null) {
            proveEmail.send(account, wish.newEmail());
        }
        return account;
    }

    private Account setUp(PhoneNumber phone, CodePurpose.SetUp wish, String language) {
        NewOwner owner = new NewOwner(wish.newName(), phone, true, language, wish.newPasswordHash());
        Account account = setUpShop.setUp(wish.setUpLink(), owner);
        if (wish.newEmail() != null) {
            proveEmail.send(account, wish.newEmail());
        }
        return account;
    }
}
