package io.agizo.staff;

import io.agizo.accounts.InvitedByPhone;
import io.agizo.notifications.TextsOfPerson;
import io.agizo.shared.PhoneNumber;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes back the invitations that were texted to a number which somebody gives up. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TakeBackInvitations implements InvitedByPhone {

    private final EmployeeStore employees;
    private final TextsOfPerson texts;

    TakeBackInvitations(EmployeeStore employees, TextsOfPerson texts) {
        this.employees = employees;
        this.texts = texts;
    }

    @Override
    public void hold() {
        employees.lockAll();
    }

    @Override
    public void takeBack(PhoneNumber givenUp) {
        employees.deleteInvited(givenUp).forEach(invited -> texts.forget(invited.value()));
    }
}
