package io.agizo.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Which way texts leave a shop, by its settings. */
class ChoosingAGatewayTests {

    private static GatewayChoice choice(String... settings) {
        GatewayChoice[] choice = new GatewayChoice[1];
        new ApplicationContextRunner()
                .withPropertyValues(settings)
                .run(context -> choice[0] = GatewayChoice.of(context.getEnvironment()));
        return choice[0];
    }

    @Test
    void isThePhoneScreenInTheDemo() {
        assertThat(choice("agizo.demo.active=true")).isEqualTo(GatewayChoice.PHONE_SCREEN);
    }

    @Test
    void isNoneInAShopThatHasSetNothing() {
        assertThat(choice()).isEqualTo(GatewayChoice.NONE);
    }

    @Test
    void isAfricasTalkingOnceItsKeyIsSet() {
        assertThat(choice("agizo.demo.active=true", "agizo.sms.africastalking.api-key=key"))
                .isEqualTo(GatewayChoice.AFRICASTALKING);
    }

    @Test
    void isWhatTheShopSays() {
        assertThat(choice("agizo.sms.gateway=phone-screen", "agizo.sms.africastalking.api-key=key"))
                .isEqualTo(GatewayChoice.PHONE_SCREEN);
        assertThat(choice("agizo.sms.gateway=africastalking")).isEqualTo(GatewayChoice.AFRICASTALKING);
        assertThat(choice("agizo.sms.gateway=none", "agizo.demo.active=true")).isEqualTo(GatewayChoice.NONE);
    }
}
