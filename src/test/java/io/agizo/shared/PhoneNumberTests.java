package io.agizo.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTests {

    @ParameterizedTest
    @ValueSource(strings = {"0711000001", "+254711000001", "254711000001", "0711 000 001", "+254 711-000-001"})
    void isReadAsPeopleWriteIt(String written) {
        assertThat(PhoneNumber.parse(written, "KE")).isEqualTo(new PhoneNumber("+254711000001"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "123",
                "+999711000001",
                "0711000001 ext. 5",
                "+2547110000010000000000000000000000000000000"
            })
    void refusesWhatNoNetworkCanReach(String written) {
        assertThatThrownBy(() -> PhoneNumber.parse(written, "KE"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("0711000001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0711000001", "+0711000001", "+2547110000012345", "+254", "", "+", "+254711x00001"})
    void isOnlyEverE164(String e164) {
        assertThatThrownBy(() -> new PhoneNumber(e164)).isInstanceOf(InvalidInput.class);
    }
}
