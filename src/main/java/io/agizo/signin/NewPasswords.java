package io.agizo.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks and hashes the passwords that people choose; who chooses too many in one place waits before either is done. */
@Component
public class NewPasswords {

    private final PasswordRules rules;
    private final BoundedPasswordEncoder encoder;
    private final Tries tries;
    private final KnownDevices devices;

    NewPasswords(PasswordRules rules, BoundedPasswordEncoder encoder, Tries tries, KnownDevices devices) {
        this.rules = rules;
        this.encoder = encoder;
        this.tries = tries;
        this.devices = devices;
    }

    /** A good password, that is yet to be hashed. */
    static final class Good {

        private final String password;

        private Good(String password) {
            this.password = password;
        }
    }

    /** The hash of a good password for whoever has proved that they may choose one, in whichever way. */
    public String hash(@Nullable String password, Collection<@Nullable String> ownWords, HttpServletRequest request) {
        return hash(check(password, ownWords, request));
    }

    /** Hashing costs more than checking, so what else may be refused is refused in between. */
    Good check(@Nullable String password, Collection<@Nullable String> ownWords, HttpServletRequest request) {
        Attempt attempt = Attempt.of(request, devices);
        tries.take(List.of(new Origin.Share(Allowance.NEW_PASSWORD, attempt.network())));
        encoder.inTurnOfNew(() -> {
            rules.check(password, ownWords);
            return password;
        });
        return new Good(Objects.requireNonNull(password));
    }

    String hash(Good password) {
        return Objects.requireNonNull(encoder.encode(password.password));
    }
}
