package io.agizo.office.pages.orders;

import io.agizo.pages.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the reason before orders are turned down or called off.
 *
 * @param numbers of the orders, where they are named
 * @param all the filter that they match, where they are not
 * @param count how many they are, where they are named
 */
public record ReasonView(
        String action, List<String> numbers, @Nullable String all, int count, String back, String key, Form form) {}
