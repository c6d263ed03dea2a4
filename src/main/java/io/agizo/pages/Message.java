package io.agizo.pages;

import java.io.Serializable;
import java.util.List;

/**
 * Something to tell the reader, said in their language once it is shown; it can wait in a session until then.
 *
 * @param key of the sentence in the message bundles
 * @param arguments for its places {@code {0}}, {@code {1}}…
 */
public record Message(String key, List<String> arguments) implements Serializable {

    public Message {
        arguments = List.copyOf(arguments);
    }

    public static Message of(String key, String... arguments) {
        return new Message(key, List.of(arguments));
    }
}
