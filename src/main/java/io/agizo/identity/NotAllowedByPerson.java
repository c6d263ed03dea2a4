package io.agizo.identity;

/** A program asks, with a person's token, for something as that person which they did not let it do. */
public final class NotAllowedByPerson extends RuntimeException {

    NotAllowedByPerson(String scope) {
        super(
                "This needs the scope " + scope
                        + ", to which the person has to agree. Ask for it at /oauth2/authorize.",
                null,
                false,
                false);
    }
}
