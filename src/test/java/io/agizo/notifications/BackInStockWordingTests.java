package io.agizo.notifications;

import static io.agizo.notifications.TextFixtures.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words in which somebody is told that a product is back. */
class BackInStockWordingTests {

    private static final String LINK = "https://duka.example/products/TEA-500";

    private final BackInStockWording wording = new BackInStockWording(SHOP, new StopSettings(null));

    @Test
    void sayWhereToTextStopIfThereIsANumberForIt() {
        BackInStockWording named = new BackInStockWording(SHOP, new StopSettings("22334"));

        assertThat(named.of("Tea", LINK, "en"))
                .isEqualTo(
                        "Mama Njeri: Tea is back: " + LINK + " You asked us to tell you. No more? Text STOP to 22334.");
        assertThat(named.of("Tea", LINK, "sw"))
                .isEqualTo("Mama Njeri: Tea sasa ipo: " + LINK
                        + " Uliomba tukujulishe. Hutaki tena? Tuma ACHA kwa 22334.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "sw"})
    void cutALongNameRatherThanCostAnotherPart(String language) {
        String text = wording.of("Kericho Gold tea, loose leaf, in the large red tin ".repeat(3), LINK, language);

        assertThat(SmsLength.of(text).parts()).isEqualTo(1);
        assertThat(text).startsWith("Mama Njeri: Kericho Gold tea").contains("... ", LINK);
    }

    @Test
    void keepTheNameWhereTheAddressLeavesNoRoomForIt() {
        String text = wording.of("Kericho Gold tea, loose leaf", LINK + "X".repeat(80), "en");

        assertThat(text).contains("Kericho Gold tea, loose leaf is back");
    }

    @Test
    void keepToTheLettersThatAPartHolds160Of() {
        String text = wording.of("Chai – “bora” …", LINK, "sw");

        assertThat(SmsLength.of(text).parts()).isEqualTo(1);
    }
}
