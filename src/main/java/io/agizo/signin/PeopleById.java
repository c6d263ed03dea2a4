package io.agizo.signin;

import io.agizo.identity.People;
import java.util.UUID;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Finds people who have proved who they are by something that names their account. */
@Component
class PeopleById {

    private final People people;

    PeopleById(People people) {
        this.people = people;
    }

    UserDetails find(String account) {
        return people.find(UUID.fromString(account))
                .map(person -> User.withUsername(person.id())
                        .password("")
                        .authorities(new String[0])
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("gone"));
    }
}
