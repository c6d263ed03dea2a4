package io.agizo.orders;

/** What the link of an order ends in, and the only proof that its holder may see that order; nobody can guess it. */
public record OrderSecret(String value) {

    /** Without the secret, which has no place in a log. */
    @Override
    public String toString() {
        return "OrderSecret[…]";
    }
}
