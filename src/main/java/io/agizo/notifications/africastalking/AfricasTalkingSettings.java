package io.agizo.notifications.africastalking;

import io.agizo.notifications.MessageKind;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The shop's account at Africa's Talking.
 *
 * @param username The account's user name; {@code sandbox} sends to the simulator on their web site.
 * @param apiKey The account's secret. Give it by the environment, never in a file that others read.
 * @param senderId The name or short code texts come from, if the account has one.
 * @param askedForSenderId The one that texts come from which people asked for, where the networks want another for these than for
 *     texts about orders; unless set, the same.
 * @param baseUrl Where their API is; unless set, their live or their sandbox address, by the user name.
 * @param batch How many numbers one request may name, for one same text.
 * @param parallel How many requests may be under way at once.
 * @param requestsPerSecond How many requests may begin in a second; they publish no limit, so this is a polite one.
 * @param callbackToken The secret in the addresses that delivery reports, texts to the shop and notices of opt-outs are sent
 *     to: {@code /callbacks/africastalking/delivery?token=…} and {@code …/inbound?token=…}. Unless set, none is taken.
 */
@Validated
@ConfigurationProperties("agizo.sms.africastalking")
record AfricasTalkingSettings(
        @Nullable String username,
        @Nullable String apiKey,
        @Nullable String senderId,
        @Nullable String askedForSenderId,
        @Nullable String baseUrl,
        @Min(1) @Max(1000) @DefaultValue("100") int batch,
        @Min(1) @Max(32) @DefaultValue("4") int parallel,
        @Min(1) @Max(1000) @DefaultValue("20") int requestsPerSecond,
        @Nullable String callbackToken) {

    private static final String LIVE = "https://api.africastalking.com";
    private static final String SANDBOX = "https://api.sandbox.africastalking.com";

    String address() {
        if (baseUrl != null) {
            return baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
        }
        return "sandbox".equals(username) ? SANDBOX : LIVE;
    }

    /** Whether the texts that people asked for have a sender of their own. */
    boolean hasSenderForAskedFor() {
        return askedForSenderId != null && !askedForSenderId.equals(senderId);
    }

    @Nullable String sender(MessageKind kind) {
        return kind == MessageKind.ASKED_FOR && askedForSenderId != null ? askedForSenderId : senderId;
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "AfricasTalkingSettings[username=%s, senderId=%s, askedForSenderId=%s, address=%s]"
                .formatted(username, senderId, askedForSenderId, address());
    }
}
