package io.agizo.notifications.africastalking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.shared.CannotStart;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What a shop says of its account at Africa's Talking. */
class AfricasTalkingSettingsTests {

    private static final String KEY = "key-that-no-one-may-see";

    @Test
    void showsItsSecretsToNobody() {
        var settings = new AfricasTalkingSettings("shop", KEY, null, null, null, 100, 4, 20, "token-of-ours");

        assertThat(settings.toString()).doesNotContain(KEY, "token-of-ours");
    }

    @Test
    void knowsWhereTheyAre() {
        assertThat(account("shop").address()).isEqualTo("https://api.africastalking.com");
        assertThat(account("sandbox").address()).isEqualTo("https://api.sandbox.africastalking.com");
    }

    @Test
    void needsAUserNameAndAKey() {
        assertThatThrownBy(() -> new AfricasTalking(account(null), JsonMapper.shared()))
                .isInstanceOfSatisfying(
                        CannotStart.class,
                        refusal -> assertThat(refusal.remedy())
                                .contains("agizo.sms.africastalking.username")
                                .doesNotContain(KEY));
    }

    @Test
    void pausesBetweenRequests() {
        var limits = new AfricasTalking(account("shop"), JsonMapper.shared()).limits();

        assertThat(limits.pause()).isEqualTo(Duration.ofMillis(50));
        assertThat(limits.recipients()).isEqualTo(100);
    }

    private static AfricasTalkingSettings account(String username) {
        return new AfricasTalkingSettings(username, KEY, null, null, null, 100, 4, 20, null);
    }
}
