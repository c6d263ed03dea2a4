package io.agizo.api.limits;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much of the API strangers may use.
 *
 * @param publicRequestsPerMinute Requests a minute that one address may send without a token, and at once after a quiet
 *     minute; 0 for any number. Whole neighbourhoods share an address in a mobile network, so it is generous.
 */
@Validated
@ConfigurationProperties("agizo.api")
record LimitSettings(@DefaultValue("6000") @Min(0) int publicRequestsPerMinute) {}
