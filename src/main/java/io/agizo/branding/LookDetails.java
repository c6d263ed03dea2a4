package io.agizo.branding;

import io.agizo.shared.PlainText;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the office says of its shop, before it is checked. What is left empty is as the settings of the installation say.
 *
 * @param lineEn what the shop says of itself, in English
 * @param lineSw the same in Swahili
 * @param deliveryEn what it says of payment and of how its goods get to the shopper, in English
 * @param deliverySw the same in Swahili
 * @param colour the one main colour, on light pages
 * @param darkColour the same on dark pages; made from the other if left empty
 */
public record LookDetails(
        @Schema(example = "Mama Njeri’s Duka")
        @Nullable @Size(max = LONGEST_NAME, message = TOO_LONG) @Pattern(regexp = NO_TURNS, message = PlainText.LINE_RULE) String name,

        @Schema(example = "Fresh from Limuru every morning")
        @Nullable @Size(max = LONGEST_LINE, message = TOO_LONG) @Pattern(regexp = NO_TURNS, message = PlainText.LINE_RULE) String lineEn,

        @Schema(example = "Mboga mpya kutoka Limuru kila asubuhi")
        @Nullable @Size(max = LONGEST_LINE, message = TOO_LONG) @Pattern(regexp = NO_TURNS, message = PlainText.LINE_RULE) String lineSw,

        @Schema(example = "Pay by M-Pesa or cash when you collect.")
        @Nullable @Size(max = LONGEST_WORDS, message = TOO_LONG) @Pattern(regexp = PlainText.LINES, message = PlainText.LINES_RULE) String deliveryEn,

        @Schema(example = "Lipa kwa M-Pesa au taslimu unapochukua.")
        @Nullable @Size(max = LONGEST_WORDS, message = TOO_LONG) @Pattern(regexp = PlainText.LINES, message = PlainText.LINES_RULE) String deliverySw,

        @Schema(example = "#9d4616") @Nullable @Pattern(regexp = Rgb.FORM, message = Rgb.RULE) String colour,

        @Schema(example = "#e89a6c") @Nullable @Pattern(regexp = Rgb.FORM, message = Rgb.RULE) String darkColour) {

    /** It stands at the beginning of every text, whose letters are paid for. */
    public static final int LONGEST_NAME = 40;

    /** Two lines on a phone. */
    public static final int LONGEST_LINE = 120;

    /** What a shopper reads before they order; beside it the checkout still fits on two screens of a phone. */
    public static final int LONGEST_WORDS = 600;

    static final LookDetails NONE = new LookDetails(null, null, null, null, null, null, null);

    private static final String TOO_LONG = "must be at most {max} characters";

    /** One line as everywhere, and without the characters that turn the direction of all that follows them on a page. */
    private static final String NO_TURNS = "^[^\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069]*$";

    public LookDetails {
        name = PlainText.tidy(name);
        lineEn = PlainText.tidy(lineEn);
        lineSw = PlainText.tidy(lineSw);
        deliveryEn = PlainText.tidy(deliveryEn);
        deliverySw = PlainText.tidy(deliverySw);
        colour = small(PlainText.tidy(colour));
        darkColour = small(PlainText.tidy(darkColour));
    }

    private static @Nullable String small(@Nullable String colour) {
        return colour == null ? null : colour.toLowerCase(Locale.ROOT);
    }
}
