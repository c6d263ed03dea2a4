package io.agizo.signin.oidc;

import io.agizo.identity.Caller;
import io.agizo.identity.People;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** The page for a person who signed in and wanted no other: the office for who works here, their account for all others. */
@Component
public class FirstPage {

    private final People people;

    FirstPage(People people) {
        this.people = people;
    }

    public String of(Authentication person) {
        return isAtWork(person) ? "/office" : "/account";
    }

    /** Whether the person may do something here that shoppers may not. */
    public boolean isAtWork(Authentication person) {
        return Caller.accountOf(person.getName())
                .flatMap(people::find)
                .filter(caller -> !caller.permissions().isEmpty())
                .isPresent();
    }
}
