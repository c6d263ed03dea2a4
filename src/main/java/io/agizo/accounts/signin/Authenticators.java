package io.agizo.accounts.signin;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.agizo.accounts.AccountId;
import io.agizo.accounts.signin.TellOfChange.Change;
import io.agizo.audit.AuditEvent;
import io.agizo.audit.AuditParty;
import io.agizo.audit.AuditTrail;
import io.agizo.identity.Caller;
import io.agizo.shared.Conflict;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Shop;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;

/** The authenticator apps of people: codes that change every half minute (RFC 6238), asked for after the first factor. */
@Component
public class Authenticators {

    /** RFC 4226, 4: as many as the hash. */
    private static final int SECRET_BYTES = 20;

    /** A clock that is half a minute wrong still fits; RFC 6238, 5.2. */
    private static final int STEPS_AROUND = 1;

    private static final int RECOVERY_CODES = 10;

    /** Of four letters with 5 bits each, so 140 bits: too many to guess however fast the hash is, few enough to write down. */
    private static final int RECOVERY_GROUPS = 7;

    private static final int GROUP_LETTERS = 4;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
    private final AuthenticatorStore store;
    private final Tries tries;
    private final AuditTrail trail;
    private final TellOfChange tellOfChange;
    private final Shop shop;
    private final Clock clock;

    Authenticators(
            AuthenticatorStore store,
            Tries tries,
            AuditTrail trail,
            TellOfChange tellOfChange,
            Shop shop,
            Clock clock) {
        this.store = store;
        this.tries = tries;
        this.trail = trail;
        this.tellOfChange = tellOfChange;
        this.shop = shop;
        this.clock = clock;
    }

    /**
     * What an app is given to know.
     *
     * @param secret in Base32, to be typed in
     * @param url of the picture to be photographed
     */
    public record Setup(String secret, String url) {}

    public boolean has(Caller caller) {
        return isAskedOf(AccountId.of(caller).value());
    }

    boolean isAskedOf(UUID account) {
        return store.isConfirmed(account);
    }

    /** The same until the app is confirmed, so that a page that is loaded twice shows one picture. */
    @Transactional
    public Setup offer(Caller caller) {
        UUID account = AccountId.of(caller).value();
        refuseSecond(account);
        store.offer(account, random(SECRET_BYTES), clock.instant());
        String secret =
                Base32.toBase32String(store.secret(account).orElseThrow()).replace("=", "");
        String url = UriComponentsBuilder.fromUriString("otpauth://totp/{shop}:{person}")
                .queryParam("secret", secret)
                .queryParam("issuer", "{shop}")
                .encode()
                .buildAndExpand(Map.of("shop", shop.name(), "person", caller.name()))
                .toUriString();
        return new Setup(secret, url);
    }

    /** Begins to ask for codes once the person has shown one; gives the recovery codes, which nobody sees again. */
    @Transactional
    public List<String> confirm(Caller caller, String code) {
        UUID account = AccountId.of(caller).value();
        refuseSecond(account);
        if (!isRightCode(account, code.strip())) {
            throw new InvalidInput("/code", "is not the code that the app shows at this moment");
        }
        List<String> recovery = Stream.generate(Authenticators::recoveryCode)
                .limit(RECOVERY_CODES)
                .toList();
        store.replaceRecoveryCodes(
                account, recovery.stream().map(Authenticators::hash).toList());
        trail.record(AuditEvent.FACTOR_ADDED, AuditParty.of(caller), null, Map.of("factor", "authenticator"));
        tellOfChange.tell(AccountId.of(caller), Change.AUTHENTICATOR_ADDED);
        return recovery;
    }

    @Transactional
    public void remove(Caller caller) {
        store.remove(AccountId.of(caller).value());
        trail.record(AuditEvent.FACTOR_REMOVED, AuditParty.of(caller), null, Map.of("factor", "authenticator"));
        tellOfChange.tell(AccountId.of(caller), Change.AUTHENTICATOR_REMOVED);
    }

    /** Whether it is the app's code of this moment, seen for the first time, or a recovery code that was not used before. */
    boolean check(UUID account, String typed) {
        tries.take(Allowance.SECOND_FACTOR, account.toString());
        String code = typed.strip();
        boolean right = isRightCode(account, code) || store.useRecoveryCode(account, hash(code));
        if (right) {
            tries.giveBack(Allowance.SECOND_FACTOR, account.toString());
        }
        return right;
    }

    private void refuseSecond(UUID account) {
        if (store.isConfirmed(account)) {
            throw new Conflict("conflict", "You have an authenticator app already. Remove it first.");
        }
    }

    private boolean isRightCode(UUID account, String code) {
        byte[] secret = store.secret(account).orElse(null);
        if (secret == null) {
            return false;
        }
        long now = clock.instant().getEpochSecond() / generator.getTimeStep().toSeconds();
        return LongStream.rangeClosed(now - STEPS_AROUND, now + STEPS_AROUND)
                .filter(step -> isCode(secret, step, code))
                .anyMatch(step -> store.use(account, step));
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

    /** Something like {@code 4k2f-7qxt-w3bc-6d5h-m4zr-y2an-p7ve}. */
    private static String recoveryCode() {
        String letters = Base32.toBase32String(random(SECRET_BYTES)).toLowerCase(Locale.ROOT);
        return IntStream.range(0, RECOVERY_GROUPS)
                .mapToObj(group -> letters.substring(GROUP_LETTERS * group, GROUP_LETTERS * (group + 1)))
                .collect(Collectors.joining("-"));
    }

    private static byte[] hash(String recoveryCode) {
        String letters = recoveryCode.toLowerCase(Locale.ROOT).replace("-", "").replace(" ", "");
        return Sha256.of(letters.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] random(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
