package io.agizo.orders;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The most that somebody may order from a cart whose number is not proved, so that a stranger cannot reserve a whole shelf. A
 * household stays below it; who buys for a shop or a feast proves their number by a code.
 *
 * @param units of one product in an order: a crate of bottles, the largest pack that is carried home
 * @param lines in one order: twice what a family writes on the list for a week
 * @param orders of one number that are not done yet: one for each working day before the first is handed over
 */
@Validated
@ConfigurationProperties("agizo.shop.most-unproved")
public record MostUnproved(
        @DefaultValue("24") @Min(1) int units,
        @DefaultValue("30") @Min(1) int lines,
        @DefaultValue("5") @Min(1) int orders) {}
