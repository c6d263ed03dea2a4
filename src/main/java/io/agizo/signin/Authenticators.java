package io.agizo.signin;

import io.agizo.accounts.AccountId;
import io.agizo.audit.AuditEvent;
import io.agizo.audit.AuditParty;
import io.agizo.audit.AuditTrail;
import io.agizo.identity.Caller;
import io.agizo.shared.Conflict;
import io.agizo.shared.InvalidInput;
import io.agizo.shared.Shop;
import io.agizo.signin.TellOfChange.Change;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bouncycastle.util.encoders.Base32;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.util.UriComponentsBuilder;

/** The authenticator apps of people: codes that change every half minute (RFC 6238), asked for after the first factor. */
@Component
public class Authenticators {

    /** RFC 4226, 4: as many as the hash. */
    private static final int SECRET_BYTES = 20;

    private static final int RECOVERY_CODES = 10;

    /** Of four letters with 5 bits each, so 140 bits: too many to guess however fast the hash is, few enough to write down. */
    private static final int RECOVERY_GROUPS = 7;

    private static final int GROUP_LETTERS = 4;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final AuthenticatorStore store;
    private final AuthenticatorCodes codes;
    private final PresentProof present;
    private final AuditTrail trail;
    private final TellOfChange tellOfChange;
    private final Shop shop;
    private final Clock clock;
    private final TransactionOperations transactions;

    Authenticators(
            AuthenticatorStore store,
            AuthenticatorCodes codes,
            PresentProof present,
            AuditTrail trail,
            TellOfChange tellOfChange,
            Shop shop,
            Clock clock,
            TransactionOperations transactions) {
        this.store = store;
        this.codes = codes;
        this.present = present;
        this.trail = trail;
        this.tellOfChange = tellOfChange;
        this.shop = shop;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * What an app is given to know.
     *
     * @param secret in Base32, to be typed in
     * @param url of the picture to be photographed
     */
    public record Setup(String secret, String url) {}

    public boolean has(Caller caller) {
        return codes.areAskedOf(AccountId.of(caller).value());
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

    /**
     * Begins to ask for codes once the person has shown one, and the {@link PresentProof}; gives the recovery codes, which
     * nobody sees again.
     */
    public List<String> confirm(Caller caller, String code, String shown, HttpServletRequest request) {
        present.mustShow(caller, shown, request);
        return confirm(caller, code);
    }

    List<String> confirm(Caller caller, String code) {
        UUID account = AccountId.of(caller).value();
        refuseSecond(account);
        if (!codes.isOfApp(account, code.strip())) {
            throw new InvalidInput("/code", "is not the code that the app shows at this moment");
        }
        List<String> recovery = Stream.generate(Authenticators::recoveryCode)
                .limit(RECOVERY_CODES)
                .toList();
        transactions.executeWithoutResult(together -> {
            if (!store.confirm(account)) {
                throw second();
            }
            store.replaceRecoveryCodes(
                    account, recovery.stream().map(AuthenticatorCodes::hash).toList());
            changed(caller, AuditEvent.FACTOR_ADDED, Change.AUTHENTICATOR_ADDED);
        });
        return recovery;
    }

    /** For who shows the {@link PresentProof}. */
    public void remove(Caller caller, String shown, HttpServletRequest request) {
        present.mustShow(caller, shown, request);
        transactions.executeWithoutResult(together -> {
            store.remove(AccountId.of(caller).value());
            changed(caller, AuditEvent.FACTOR_REMOVED, Change.AUTHENTICATOR_REMOVED);
        });
    }

    private void changed(Caller caller, AuditEvent event, Change change) {
        trail.record(event, AuditParty.of(caller), null, Map.of("factor", "authenticator"));
        tellOfChange.tell(AccountId.of(caller), change);
    }

    private void refuseSecond(UUID account) {
        if (store.isConfirmed(account)) {
            throw second();
        }
    }

    private static Conflict second() {
        return new Conflict("conflict", "You have an authenticator app already. Remove it first.");
    }

    /** Something like {@code 4k2f-7qxt-w3bc-6d5h-m4zr-y2an-p7ve}. */
    private static String recoveryCode() {
        String letters = Base32.toBase32String(random(SECRET_BYTES)).toLowerCase(Locale.ROOT);
        return IntStream.range(0, RECOVERY_GROUPS)
                .mapToObj(group -> letters.substring(GROUP_LETTERS * group, GROUP_LETTERS * (group + 1)))
                .collect(Collectors.joining("-"));
    }

    private static byte[] random(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
