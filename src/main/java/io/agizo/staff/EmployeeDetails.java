package io.agizo.staff;

import io.agizo.accounts.AccountDetails;
import io.agizo.shared.PlainText;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What someone says about an employee, before it is checked. Blank means not said.
 *
 * @param role whose permissions they are to have, instead of {@code permissions}
 * @param permissions given one by one
 */
public record EmployeeDetails(
        @Nullable @NotBlank(message = "must be given") @Size(max = AccountDetails.LONGEST_NAME, message = "must be at most {max} characters") @Pattern(regexp = PlainText.LINE, message = PlainText.LINE_RULE) String name,

        @Nullable @Size(max = LONGEST_EMAIL, message = "must be at most {max} characters") @Email(message = "must be an e-mail address such as amina@example.com") String email,

        @Nullable @NotBlank(message = "must be given") String phone,
        @Nullable String role,

        @Nullable @Size(max = MOST_PERMISSIONS, message = "must be at most {max}") List<String> permissions) {

    /** As with customers: the longest address that mail can be sent to. */
    private static final int LONGEST_EMAIL = 254;

    /** More than there are, so that a list with one of them twice is still read. */
    private static final int MOST_PERMISSIONS = 100;

    public EmployeeDetails {
        name = PlainText.tidy(name);
        email = PlainText.tidy(email);
        phone = PlainText.tidy(phone);
        role = PlainText.tidy(role);
        permissions = permissions == null ? null : List.copyOf(permissions);
    }

    static EmployeeDetails of(EmployeeView employee) {
        return new EmployeeDetails(
                employee.name(),
                employee.email(),
                employee.phone() == null ? null : employee.phone().e164(),
                employee.role(),
                employee.permissions());
    }
}
