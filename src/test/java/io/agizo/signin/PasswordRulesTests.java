package io.agizo.signin;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.ModuleContext;
import io.agizo.shared.InvalidInput;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTests {

    private final PasswordRules rules = new PasswordRules(new CommonPasswords(), ModuleContext.SHOP);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short words",
                "ghjatccbjyfk",
                "administrator",
                "qwertyuiopas",
                "jesusislord1",
                "manchesterunited",
                "iloveyouforever",
                "liverpoolfc1",
                "P@ssw0rd1234",
                "hakuna matata",
                "administratoradministrator",
                "nairobi12345",
                "kenya2026kenya",
                "sunshine2026!",
                "password1234",
                "PASSWORD!!!!2026",
                "1234567890123",
                "qwertyqwerty",
                "aaaaaaaaaaaaaaa",
                "121212121212121",
                "zxcvbnmzxcvbnm",
                "AminaOtieno12",
                "amina@example.test",
                "254711000001",
                "Duka duka duka"
            })
    void refuseWhatIsTriedFirst(String password) {
        assertThatThrownBy(() -> rules.check(password, List.of("Amina Otieno", "+254711000001", "amina@example.test")))
                .isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"maembe matatu ya Mombasa", "correct horse battery staple", "ñandú über Łódź 1", "k7#vQ2!mZp9&"})
    void takeWhatIsLongAndNotCommon(String password) {
        assertThatCode(() -> rules.check(password, List.of("Amina Otieno", "+254711000001")))
                .doesNotThrowAnyException();
    }
}
