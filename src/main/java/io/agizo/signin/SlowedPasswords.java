package io.agizo.signin;

import io.agizo.accounts.Account;
import io.agizo.accounts.PasswordHashes;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Shop;
import io.agizo.signin.Origin.Share;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Checks passwords, and slows down whoever guesses them. A try counts before it is checked, so that a thousand at once are
 * no more than one after the other; a right password gives it back.
 */
@Component
class SlowedPasswords {

    private final DaoAuthenticationProvider passwords;
    private final PeopleWithPasswords people;
    private final PasswordHashes hashes;
    private final PasswordEncoder encoder;
    private final Tries tries;
    private final KnownDevices devices;
    private final SignInRecord record;
    private final Shop shop;

    SlowedPasswords(
            PasswordHashes hashes,
            BoundedPasswordEncoder encoder,
            Tries tries,
            KnownDevices devices,
            SignInRecord record,
            Shop shop) {
        this.people = new PeopleWithPasswords(hashes, shop);
        this.passwords = new DaoAuthenticationProvider(people);
        this.encoder = encoder.ofSignIns();
        passwords.setPasswordEncoder(this.encoder);
        passwords.setUserDetailsPasswordService(people);
        this.hashes = hashes;
        this.tries = tries;
        this.devices = devices;
        this.record = record;
        this.shop = shop;
    }

    /** Made here and no bean, or Spring Security would ask it a second time after each wrong password. */
    AuthenticationProvider provider() {
        return new Provider();
    }

    /** Refuses what is not the account's present password, if it has one. A wrong one counts as one typed to sign in. */
    void mustKnow(Account own, String typed, Attempt attempt) {
        hashes.find(own.id()).ifPresent(hash -> {
            String phone = own.phone() == null ? null : own.phone().e164();
            Login login = new Login(
                    phone, Objects.requireNonNullElse(own.email(), own.id().toString()));
            counted(login, attempt, () -> known(own, typed, hash));
        });
    }

    private String known(Account own, String typed, String hash) {
        if (typed.length() > PasswordRules.LONGEST || !encoder.matches(typed, hash)) {
            record.failed(own.id().value(), "password");
            throw new InvalidInput("/present", "is not your present password");
        }
        return hash;
    }

    private Authentication authenticate(Authentication typed) {
        if (Objects.toString(typed.getCredentials(), "").length() > PasswordRules.LONGEST) {
            throw new BadCredentialsException("longer than any password here");
        }
        Attempt attempt = (Attempt) Objects.requireNonNull(typed.getDetails(), "says where it comes from");
        Login login = Login.read(typed.getName(), shop.country());
        return counted(login, attempt, () -> check(typed, login));
    }

    private <T> T counted(Login login, Attempt attempt, Supplier<T> check) {
        List<Share> shares = devices.origin(login, attempt)
                .shares(
                        Allowance.PASSWORD_OF_ACCOUNT,
                        Allowance.PASSWORD_FROM_NETWORK,
                        Allowance.PASSWORD_FROM_ANYWHERE);
        tries.take(shares);
        T right = check.get();
        tries.giveBack(shares);
        return right;
    }

    private Authentication check(Authentication typed, Login login) {
        try {
            return passwords.authenticate(typed);
        } catch (BadCredentialsException wrong) {
            record.failed(people.find(login).map(PersonWithPassword::account).orElse(null), "password");
            throw wrong;
        }
    }

    private final class Provider implements AuthenticationProvider {

        @Override
        public boolean supports(Class<?> authentication) {
            return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
        }

        @Override
        public Authentication authenticate(Authentication typed) {
            return SlowedPasswords.this.authenticate(typed);
        }
    }
}
