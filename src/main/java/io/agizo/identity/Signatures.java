package io.agizo.identity;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who did something, as books keep it for good: a program by its name, a person only by their account. So a person's name
 * is shown as it is at present, and is in no book once they are deleted.
 */
public final class Signatures {

    /** How somebody is shown whose account is gone. */
    public static final String DELETED = "Deleted person";

    private static final String PERSON = "person:";

    private final Map<UUID, String> names;

    private Signatures(Map<UUID, String> names) {
        this.names = names;
    }

    /** No program can sign as a person, whatever it calls itself. */
    static String of(Caller caller) {
        return caller.account()
                .map(account -> PERSON + account)
                .orElseGet(() -> caller.name().startsWith(PERSON) ? "program " + caller.name() : caller.name());
    }

    /** Looks up all people of a page at once, and asks nothing if there are none. */
    public static Signatures read(NamesOfPeople people, Stream<String> signatures) {
        Set<UUID> accounts = new HashSet<>();
        signatures.filter(Signatures::isPersons).map(Signatures::account).forEach(accounts::add);
        return new Signatures(accounts.isEmpty() ? Map.of() : people.of(accounts));
    }

    /** Who it is, for people to read. */
    public String shown(String signature) {
        return isPersons(signature) ? names.getOrDefault(account(signature), DELETED) : signature;
    }

    private static boolean isPersons(String signature) {
        return signature.startsWith(PERSON);
    }

    private static UUID account(String signature) {
        return UUID.fromString(signature.substring(PERSON.length()));
    }
}
