package io.agizo.staff;

import io.agizo.accounts.AccountId;
import io.agizo.api.IdempotentAnswers;
import io.agizo.notifications.TextsOfPerson;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What people are here as employees, for themselves: to take a copy of it along, and to end it. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class OwnEmployment {

    private final EmployeeStore employees;
    private final InvitationStore invitations;
    private final Staff staff;
    private final TextsOfPerson texts;
    private final IdempotentAnswers answers;

    OwnEmployment(
            EmployeeStore employees,
            InvitationStore invitations,
            Staff staff,
            TextsOfPerson texts,
            IdempotentAnswers answers) {
        this.employees = employees;
        this.invitations = invitations;
        this.staff = staff;
        this.texts = texts;
        this.answers = answers;
    }

    /** Holds it until the transaction ends; nothing for who only shops. */
    public Optional<EmployeeView> hold(AccountId person) {
        return employees.lock(person);
    }

    /**
     * Forgets what the shop texted and answered the person at work, and ends the invitations that they sent; their place
     * itself goes with their account. Comes before the account is locked. The last owner cannot before they have handed the
     * shop over.
     */
    public void end(AccountId person) {
        staff.hold(person).ifPresent(employee -> {
            staff.requireOtherOwner(employee);
            texts.forget(employee.id().value());
            answers.forget(employee.id().value());
        });
        invitations.endThoseOf(person);
    }
}
