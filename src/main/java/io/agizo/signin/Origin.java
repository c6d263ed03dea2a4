package io.agizo.signin;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose tries at an account are counted together: those of a browser that its owner has used before by themselves, those of
 * strangers by their network. So nobody uses up what is the owner's, and whoever guesses is held up where they are.
 *
 * @param account what names the account for whoever tries
 * @param device the token of a browser that the owner has used before; null for any other
 */
record Origin(String account, String network, @Nullable Secret device) {

    /** One allowance, and whose it is. */
    record Share(Allowance allowance, String whose) {}

    /**
     * What a try from here counts against.
     *
     * @param own for this account, from here
     * @param network for all accounts, from here; none where that is not counted
     * @param anywhere for this account, by strangers everywhere; none where that is not counted
     */
    List<Share> shares(Allowance own, @Nullable Allowance network, @Nullable Allowance anywhere) {
        if (device != null) {
            return List.of(new Share(own, account + ' ' + device.value()));
        }
        List<Share> shares = new ArrayList<>();
        shares.add(new Share(own, account + ' ' + this.network));
        if (network != null) {
            shares.add(new Share(network, this.network));
        }
        if (anywhere != null) {
            shares.add(new Share(anywhere, account));
        }
        return shares;
    }
}
