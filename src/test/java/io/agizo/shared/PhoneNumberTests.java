package io.agizo.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTests {

    @ParameterizedTest
    @CsvSource({
        "+254711000001, KE, 0711 000001",
        "+254711000001, GB, +254 711 000001",
        "+441212345678, KE, +44 121 234 5678",
        "+12423651234, US, +1 242-365-1234",
        "+390612345678, IT, 06 1234 5678",
        "+2540711000001, KE, 0711 000001",
        "+9997110000001, KE, +9997110000001"
    })
    void isWrittenInTheGroupsOfItsCountry(String e164, String country, String written) {
        assertThat(new PhoneNumber(e164).inGroups(country)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0711000001",
                "+254711000001",
                "254711000001",
                "0711 000 001",
                "+254 711-000-001",
                " 0711\u00A0000\u00A0001 ",
                "\u202A+254711000001\u202C",
                "(0711) 000.001"
            })
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
    @ValueSource(
            strings = {
                "0711OOOOO1",
                "0711ooooo1",
                "0711AMINA1",
                "0711000001 Amina",
                "Amina 0711000001",
                "0711000001 / 0722000002",
                "0711000001, 0722000002",
                "0711000001;ext=5",
                "0711000001x5",
                "0711000001 #5",
                "0711000001\n0722000002",
                "tel:0711000001;phone-context=+254",
                "+254711000001+254722000002",
                "071100000l",
                "0711ООООО1"
            })
    void dialsNoLettersAndLeavesOutNoWords(String written) {
        assertThatThrownBy(() -> PhoneNumber.parse(written, "KE"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("without letters, words or an extension");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0711000001", "+0711000001", "+2547110000012345", "+254", "", "+", "+254711x00001"})
    void isOnlyEverE164(String e164) {
        assertThatThrownBy(() -> new PhoneNumber(e164)).isInstanceOf(InvalidInput.class);
    }
}
