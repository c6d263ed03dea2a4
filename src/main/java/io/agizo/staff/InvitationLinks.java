package io.agizo.staff;

import io.agizo.identity.Caller;
import io.agizo.identity.Permission;
import io.agizo.identity.SecretHash;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Finds whom a link invites. It is good as long as whoever sent it could still send it: a link that a manager left behind must
 * not open the office, or grant what they do not hold any more.
 */
@Component
class InvitationLinks {

    private final InvitationStore invitations;
    private final CallerStore callers;
    private final Clock clock;

    InvitationLinks(InvitationStore invitations, CallerStore callers, Clock clock) {
        this.invitations = invitations;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * The person who is invited; nobody if the link is not good.
     *
     * @param employee reads them, or locks them
     */
    Optional<EmployeeView> follow(String token, Function<EmployeeId, Optional<EmployeeView>> employee) {
        return invitations
                .find(SecretHash.of(token), clock.instant())
                .flatMap(
                        link -> employee.apply(link.employee()).filter(invited -> couldInvite(link.sentBy(), invited)));
    }

    private boolean couldInvite(String sender, EmployeeView invited) {
        Set<Permission> held = held(sender);
        return held.contains(Permission.EMPLOYEES_MANAGE)
                && held.containsAll(Permission.ofScopes(invited.permissions()));
    }

    private Set<Permission> held(String sender) {
        return Caller.accountOf(sender)
                .map(account -> callers.find(account).map(Caller::permissions).orElse(Set.of()))
                .orElseGet(() -> invitations.heldByClient(sender));
    }
}
