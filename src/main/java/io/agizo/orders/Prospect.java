package io.agizo.orders;

import org.jspecify.annotations.Nullable;

/**
 * What a step would do to an order as it stands, if it were taken whole.
 *
 * @param reserved units of products that the shelf holds back for the order: for a step that ends it they come free, and
 *     for handing over they leave the shop
 * @param kept units that the customer has
 * @param text what the customer will read, without a reason where one is still to be given; null if nobody is texted
 * @param partText what they will read if it is taken in part; null also for steps that are taken whole
 * @param language of the customer, in which reasons are best given
 */
public record Prospect(
        StepKind step,
        int reserved,
        int kept,
        @Nullable String text,
        @Nullable String partText,
        String language) {}
