package io.agizo.customers;

import io.agizo.shared.CodeForm;
import io.agizo.shared.PlainText;
import io.agizo.shared.TextLanguage;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What someone says about a customer, before it is checked. Blank means not said.
 *
 * @param code assigned if it is not given
 * @param phone in the international or the shop's national form
 * @param locale {@code en} if it is not given
 */
public record CustomerDetails(
        @Nullable @Pattern(regexp = CodeForm.PATTERN, message = CodeForm.RULE) @Pattern(regexp = CodeForm.FREE, message = CodeForm.FREE_RULE) String code,

        @Nullable @NotBlank(message = "must be given") @Size(max = LONGEST_NAME, message = "must be at most {max} characters") @Pattern(regexp = PlainText.LINE, message = PlainText.LINE_RULE) String name,

        @Nullable String phone,

        @Nullable @Size(max = LONGEST_EMAIL, message = "must be at most {max} characters") @Email(message = "must be an e-mail address such as amina@example.com") String email,

        @Nullable @Pattern(regexp = TextLanguage.PATTERN, message = TextLanguage.RULE) String locale) {

    static final int LONGEST_NAME = 200;

    /** The longest address that mail can be sent to (RFC 5321, section 4.5.3.1.3, less its brackets). */
    static final int LONGEST_EMAIL = 254;

    public CustomerDetails {
        code = PlainText.tidy(code);
        name = PlainText.tidy(name);
        phone = PlainText.tidy(phone);
        email = PlainText.tidy(email);
        locale = PlainText.tidy(locale);
    }

    static CustomerDetails of(CustomerView customer) {
        String phone = customer.phone() == null ? null : customer.phone().e164();
        return new CustomerDetails(
                customer.code().value(), customer.name(), phone, customer.email(), customer.locale());
    }

    /** These details, and those of another where these say nothing. */
    CustomerDetails over(CustomerDetails other) {
        return new CustomerDetails(
                code == null ? other.code : code,
                name == null ? other.name : name,
                phone == null ? other.phone : phone,
                email == null ? other.email : email,
                locale == null ? other.locale : locale);
    }
}
