package io.agizo.staff;

import io.agizo.accounts.AccountId;
import io.agizo.shared.PhoneNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What someone is shown of the invitation whose link they were sent.
 *
 * @param phone the number that the link was texted to
 * @param holder whose number it is; null while nobody has an account with it
 */
public record Invitation(
        String name,
        PhoneNumber phone,
        List<String> permissions,
        @Nullable AccountId holder) {

    /** Whether the person may accept with this account: it is that of the number, or the number has none. */
    public boolean isFor(AccountId signedIn) {
        return holder == null || holder.equals(signedIn);
    }
}
