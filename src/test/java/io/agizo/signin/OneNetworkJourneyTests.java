package io.agizo.signin;

import static io.agizo.signin.TwoReplicas.freshPhone;
import static io.agizo.signin.TwoReplicas.visitor;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneNetworkJourneyTests {

    @Test
    void hasFewStrangersTextedWhateverAddressTheyPretendToHave() {
        List<Integer> answers = askForCodes(() -> visitor().with("X-Forwarded-For", ownInvention() + ", 203.0.113.20"));

        assertThat(answers).startsWith(303).contains(429);
        assertThat(visitor().post("/login/sms", "phone", freshPhone()).statusCode())
                .as("another network")
                .isEqualTo(303);
    }

    @Test
    void isSlowedOnTheOwnMachineAsWell() {
        assertThat(askForCodes(() -> visitor().onOwnMachine("127.0.0.20")))
                .startsWith(303)
                .contains(429);

        Stream<Integer> guesses = Stream.generate(() -> visitor()
                .onOwnMachine("127.0.0.21")
                .signIn(freshPhone(), "one of many")
                .statusCode());
        assertThat(guesses.limit(300).anyMatch(status -> status == 429)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+881612345678",
                "+870773111632",
                "+19002345678",
                "+37090012345",
                "+254900222111",
                "+447400123456"
            })
    void hasNoNumberTextedThatCostsMuchOrIsFarAway(String phone) {
        for (String form : List.of("/login/sms", "/recover", "/signup")) {
            var answer = visitor()
                    .post(form, "phone", phone, "contact", phone, "name", "Amina", "password", "maembe matatu ya Lamu");

            assertThat(answer.statusCode()).as(form).isEqualTo(422);
            assertThat(answer.body()).as(form).contains("shop");
        }
        assertThat(TwoReplicas.texts(phone)).isZero();
    }

    private static List<Integer> askForCodes(Supplier<Visitor> asking) {
        return Stream.generate(() ->
                        asking.get().post("/login/sms", "phone", freshPhone()).statusCode())
                .limit(25)
                .toList();
    }

    private static String ownInvention() {
        return "198.51.100." + Math.floorMod(freshPhone().hashCode(), 256);
    }
}
