package io.agizo.api.web;

import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How lists are worked at.
 *
 * @param listsAtOnce How many pages of lists are put together at the same time. Unless it is set, one more than there are
 *     processors: while one waits for the database beside the shop, another goes on.
 */
@Validated
@ConfigurationProperties("agizo.api")
record ListSettings(@Nullable @Min(1) Integer listsAtOnce) {

    int turns() {
        return listsAtOnce == null ? Runtime.getRuntime().availableProcessors() + 1 : listsAtOnce;
    }
}
