package io.agizo.catalog;

import io.agizo.shared.InvalidInput;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the codes that scanners type. Of the numbers of GS1 (EAN, UPC, GTIN) the check digit is checked, and one article has one
 * form: an EAN-13 that begins with 0 is kept as the UPC-A that it is. Any other code is kept as it is.
 */
final class Barcode {

    /** A code of more is a document, not a label; Code 128 holds 48 at most on a label that is 10 cm wide. */
    private static final Pattern CODE = Pattern.compile("[!-~]{3,48}");

    private static final Pattern NUMBER = Pattern.compile("\\d{8}|\\d{12,14}");

    /** What a spreadsheet makes of a long number. */
    private static final Pattern CUT_SHORT = Pattern.compile("\\d+([.,]\\d+)?[eE]\\+?\\d+");

    private static final int UPC_A = 12;

    private Barcode() {}

    /** The one form of each code, without repetitions. */
    static List<String> all(@Nullable List<String> typed) {
        return typed == null
                ? List.of()
                : typed.stream()
                        .map(code -> of(code == null ? "" : code))
                        .distinct()
                        .toList();
    }

    /** The form that a scanned code is kept in, if it can be one. */
    static Optional<String> ifValid(String typed) {
        try {
            return Optional.of(of(typed));
        } catch (InvalidInput none) {
            return Optional.empty();
        }
    }

    private static String of(String typed) {
        String code = typed.strip();
        if (CUT_SHORT.matcher(code).matches()) {
            throw refused(code, "was cut short by a spreadsheet; format its column as text and enter all digits");
        }
        if (!CODE.matcher(code).matches()) {
            throw refused(code, "must be 3 to 48 letters, digits or signs without spaces");
        }
        if (!NUMBER.matcher(code).matches()) {
            return code;
        }
        if (isChecked(code)) {
            return shortest(code);
        }
        if (code.length() == 8 && code.charAt(0) <= '1' && isChecked(expanded(code))) {
            return expanded(code);
        }
        throw refused(code, "has a digit that is wrong or missing; scan it again or compare each digit");
    }

    private static InvalidInput refused(String code, String why) {
        String shown = code.length() > 50 ? code.substring(0, 50) + "…" : code;
        return new InvalidInput("/barcodes", "“" + shown.replaceAll("[^ -~]", "�") + "” " + why);
    }

    /** Whether the last digit fits the others: weighed with 1 and 3 in turn from the right, they add up to tens. */
    private static boolean isChecked(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            int fromRight = number.length() - 1 - i;
            sum += (number.charAt(i) - '0') * (fromRight % 2 == 0 ? 1 : 3);
        }
        return sum % 10 == 0;
    }

    private static String shortest(String number) {
        String shorter = number;
        while (shorter.length() > UPC_A && shorter.startsWith("0")) {
            shorter = shorter.substring(1);
        }
        return shorter;
    }

    /** The UPC-A that a UPC-E of small packs stands for; its last but one digit tells which zeros were left out. */
    private static String expanded(String upcE) {
        String maker = upcE.substring(1, 6);
        char rule = upcE.charAt(6);
        String middle = switch (rule) {
            case '0', '1', '2' -> maker.substring(0, 2) + rule + "0000" + maker.substring(2);
            case '3' -> maker.substring(0, 3) + "00000" + maker.substring(3);
            case '4' -> maker.substring(0, 4) + "00000" + maker.substring(4);
            default -> maker + "0000" + rule;
        };
        return upcE.charAt(0) + middle + upcE.charAt(7);
    }
}
