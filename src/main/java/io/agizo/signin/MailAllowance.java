package io.agizo.signin;

import io.agizo.shared.InvalidInput;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads addresses that strangers want something mailed to, and holds back who wants too much. */
@Component
class MailAllowance {

    /** The longest that mail can be sent to (RFC 5321, 4.5.3.1.3). */
    private static final int LONGEST_ADDRESS = 254;

    private static final Pattern ADDRESS = Pattern.compile("[^\\s\\p{Cntrl}@<>,;]+@[^\\s\\p{Cntrl}@<>,;]+");

    private final Tries tries;
    private final KnownDevices devices;

    MailAllowance(Tries tries, KnownDevices devices) {
        this.tries = tries;
        this.devices = devices;
    }

    /**
     * The address, in small letters, to which one mail may go now.
     *
     * @throws InvalidInput if it is no address
     * @throws TooManyTries if the address or the network had too many
     */
    String take(@Nullable String typed, String pointer, HttpServletRequest request) {
        String address = Objects.toString(typed, "").strip().toLowerCase(Locale.ROOT);
        if (address.length() > LONGEST_ADDRESS || !ADDRESS.matcher(address).matches()) {
            throw new InvalidInput(pointer, "must be an e-mail address such as amina@example.com");
        }
        tries.take(devices.origin(new Login(null, address), Attempt.of(request, devices))
                .shares(Allowance.MAIL_TO_ADDRESS, Allowance.MAIL_FROM_NETWORK, Allowance.MAIL_FROM_ANYWHERE));
        return address;
    }
}
