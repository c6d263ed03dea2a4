package io.agizo.api.limits;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many requests a minute, and at once after a quiet minute; 0 for any number.
 *
 * @param publicRequestsPerMinute What one address may send without a token. Whole neighbourhoods share an address in a
 *     mobile network, so it is generous.
 * @param cartsPerMinute How many carts one address may open without a token; as many as it may check out.
 * @param checkoutsPerMinute How many of these may be checkouts.
 * @param accountRequestsPerMinute What one person may send with a token of theirs, by whichever programs.
 * @param clientRequestsPerMinute What one API client may send.
 */
@Validated
@ConfigurationProperties("agizo.api")
record LimitSettings(
        @DefaultValue("6000") @Min(0) int publicRequestsPerMinute,
        @DefaultValue("600") @Min(0) int cartsPerMinute,
        @DefaultValue("600") @Min(0) int checkoutsPerMinute,
        @DefaultValue("1200") @Min(0) int accountRequestsPerMinute,
        @DefaultValue("0") @Min(0) int clientRequestsPerMinute) {}
