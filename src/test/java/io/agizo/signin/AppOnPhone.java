package io.agizo.signin;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import io.agizo.identity.Caller;
import io.agizo.identity.People;
import io.agizo.signin.TwoReplicas.Member;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;

/** The authenticator app on a member's phone, and the recovery codes that they wrote down when they added it. */
final class AppOnPhone {

    private final Member owner;
    private final List<String> recoveryCodes;
    private final Iterator<String> unused;

    private AppOnPhone(Member owner) {
        this.owner = owner;
        Caller caller = TwoReplicas.bean(People.class).find(owner.id().value()).orElseThrow();
        TwoReplicas.bean(Authenticators.class).offer(caller);
        this.recoveryCodes = TwoReplicas.bean(Authenticators.class).confirm(caller, code());
        this.unused = recoveryCodes.iterator();
        forgetThatItsCodeWasShown();
    }

    static AppOnPhone addedBy(Member owner) {
        return new AppOnPhone(owner);
    }

    String recoveryCode() {
        return unused.next();
    }

    List<String> recoveryCodes() {
        return recoveryCodes;
    }

    /** What the app shows now; the shop takes it for half a minute longer. */
    String code() {
        try {
            byte[] secret = TwoReplicas.sql()
                    .sql("select secret from authenticator where account_id = ?")
                    .param(owner.id().value())
                    .query(byte[].class)
                    .single();
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(new SecretKeySpec(secret, "HmacSHA1"), Instant.now());
        } catch (InvalidKeyException e) {
            throw new AssertionError(e);
        }
    }

    /** As if the app had been added long ago: no test has to wait for the code after the one that added it. */
    private void forgetThatItsCodeWasShown() {
        TwoReplicas.sql()
                .sql("update authenticator set last_step = 0 where account_id = ?")
                .param(owner.id().value())
                .update();
    }
}
