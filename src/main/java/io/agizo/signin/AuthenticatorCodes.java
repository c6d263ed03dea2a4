package io.agizo.signin;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.agizo.signin.Origin.Share;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/** Checks what people type who are asked for their authenticator app: its code of the moment, or a recovery code. */
@Component
class AuthenticatorCodes {

    /** A clock that is half a minute wrong still fits; RFC 6238, 5.2. */
    private static final int STEPS_AROUND = 1;

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
    private final AuthenticatorStore store;
    private final Tries tries;
    private final KnownDevices devices;
    private final SignInRecord record;
    private final Clock clock;

    AuthenticatorCodes(AuthenticatorStore store, Tries tries, KnownDevices devices, SignInRecord record, Clock clock) {
        this.store = store;
        this.tries = tries;
        this.devices = devices;
        this.record = record;
        this.clock = clock;
    }

    boolean areAskedOf(UUID account) {
        return store.isConfirmed(account);
    }

    /**
     * Whether it is the app's code of this moment, seen for the first time, or a recovery code that was not used before.
     *
     * @throws TooManyTries if there were too many wrong ones
     */
    boolean check(UUID account, String typed, Attempt attempt) {
        List<Share> shares = devices.origin(account, attempt)
                .shares(Allowance.SECOND_FACTOR, null, Allowance.SECOND_FACTOR_FROM_ANYWHERE);
        tries.take(shares);
        String code = typed.strip();
        boolean right = isOfApp(account, code) || store.useRecoveryCode(account, hash(code));
        if (right) {
            tries.giveBack(shares);
        } else {
            record.failed(account, "authenticator");
        }
        return right;
    }

    /** Whether it is the app's code of this moment, seen for the first time. */
    boolean isOfApp(UUID account, String code) {
        byte[] secret = store.secret(account).orElse(null);
        if (secret == null) {
            return false;
        }
        long now = clock.instant().getEpochSecond() / generator.getTimeStep().toSeconds();
        return LongStream.rangeClosed(now - STEPS_AROUND, now + STEPS_AROUND)
                .filter(step -> isCode(secret, step, code))
                .anyMatch(step -> store.use(account, step));
    }

    static byte[] hash(String recoveryCode) {
        String letters = recoveryCode.toLowerCase(Locale.ROOT).replace("-", "").replace(" ", "");
        return Sha256.of(letters.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isCode(byte[] secret, long step, String code) {
        try {
            String expected = generator.generateOneTimePasswordString(
                    new SecretKeySpec(secret, generator.getAlgorithm()),
                    Instant.EPOCH.plus(generator.getTimeStep().multipliedBy(step)));
            return MessageDigest.isEqual(
                    expected.getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("Every secret is a key of this algorithm", e);
        }
    }
}
