package io.agizo.live;

import org.jspecify.annotations.Nullable;

/**
 * Something is not as it was; a page that shows it asks for it anew.
 *
 * @param subject which one: the number of an order, the SKU of a product, the id of a text
 * @param what happened, in a word, such as {@code placed}
 * @param status the state it is in now, where it has one
 */
public record Change(
        Topic topic, String subject, String what, @Nullable String status) {}
