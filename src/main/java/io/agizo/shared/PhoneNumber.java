package io.agizo.shared;

import com.fasterxml.jackson.annotation.JsonValue;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;
import java.util.regex.Pattern;

/** A telephone number in E.164, the form in which networks route it: {@code +254711000001}. */
public record PhoneNumber(@JsonValue String e164) {

    private static final int FEWEST_DIGITS = 7;
    private static final int MOST_DIGITS = 15;
    private static final int LONGEST_INPUT = 40;

    /** Digits and what people group them with. The library would dial letters as a telephone's keys, and drop words. */
    private static final Pattern WRITTEN = Pattern.compile("[+＋]?[\\p{Nd}\\p{Zs}\\p{Pd}.()−]+");

    /** What is copied along with a number from a contact or a message. */
    private static final Pattern AROUND = Pattern.compile("^[\\s\\p{Z}\\p{Cf}]+|[\\s\\p{Z}\\p{Cf}]+$");

    /** What the library calls the region of numbers that belong to no country. */
    private static final String NOWHERE = PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY;

    public PhoneNumber {
        if (!isE164(e164)) {
            throw new InvalidInput("must be a telephone number such as +254711000001");
        }
    }

    /** Looked at digit by digit, since many rows that are read from the database have one. */
    private static boolean isE164(String text) {
        int at = 1;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at == text.length()
                && at > FEWEST_DIGITS
                && at <= MOST_DIGITS + 1
                && text.charAt(0) == '+'
                && text.charAt(1) != '0';
    }

    /**
     * Reads a number as people write it, in the international or the country's national form.
     *
     * @param country the ISO 3166 code of the country that national forms belong to, such as {@code KE}
     */
    public static PhoneNumber parse(String written, String country) {
        String text = AROUND.matcher(written).replaceAll("");
        if (!text.isEmpty() && !WRITTEN.matcher(text).matches()) {
            throw new InvalidInput("must be one telephone number such as 0711000001 or +254711000001,"
                    + " without letters, words or an extension");
        }
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            if (text.length() <= LONGEST_INPUT) {
                var number = numbers.parse(text, country);
                if (numbers.isValidNumber(number) && number.getExtension().isEmpty()) {
                    return new PhoneNumber(numbers.format(number, PhoneNumberFormat.E164));
                }
            }
        } catch (NumberParseException notANumber) {
            // Said below, in the same words as for a number that no network has.
        }
        throw new InvalidInput("is not a telephone number; write it like 0711000001 or +254711000001");
    }

    /**
     * Whether a text to the number costs what one to a telephone costs. To a premium, satellite or shared-cost number it costs
     * many times as much, and some pay whoever has texts sent there.
     */
    public boolean costsTheUsual() {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            var number = numbers.parse(e164, null);
            return switch (numbers.getNumberType(number)) {
                case MOBILE, FIXED_LINE_OR_MOBILE, FIXED_LINE ->
                    !NOWHERE.equals(numbers.getRegionCodeForNumber(number));
                default -> false;
            };
        } catch (NumberParseException noCountryHasIt) {
            return false;
        }
    }

    /** The ISO 3166 code of the country that the number belongs to; none for one that is satellites' or everywhere's. */
    public Optional<String> country() {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            return Optional.ofNullable(numbers.getRegionCodeForNumber(numbers.parse(e164, null)))
                    .filter(region -> !region.equals(NOWHERE));
        } catch (NumberParseException noCountryHasIt) {
            return Optional.empty();
        }
    }

    /** In the groups in which people read it out: as it is dialled within the country, or internationally if it is another's. */
    public String inGroups(String country) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            var number = number(country, numbers);
            boolean domestic = country.equals(numbers.getRegionCodeForNumber(number));
            return numbers.format(number, domestic ? PhoneNumberFormat.NATIONAL : PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException noCountryHasIt) {
            return e164;
        }
    }

    /** Most numbers are of the shop's country, and need no search for where its code ends; lists have many. */
    private Phonenumber.PhoneNumber number(String country, PhoneNumberUtil numbers) throws NumberParseException {
        int code = numbers.getCountryCodeForRegion(country);
        String within = "+" + code;
        boolean read =
                e164.startsWith(within) && e164.length() > within.length() && e164.charAt(within.length()) != '0';
        return read
                ? new Phonenumber.PhoneNumber()
                        .setCountryCode(code)
                        .setNationalNumber(Long.parseLong(e164.substring(within.length())))
                : numbers.parse(e164, null);
    }

    @Override
    public String toString() {
        return e164;
    }
}
