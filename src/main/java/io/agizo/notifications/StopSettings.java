package io.agizo.notifications;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How people stop the texts that they asked for.
 *
 * @param stopTo The short code at which the shop hears a text with STOP, named at the end of such texts. Unless set, they
 *     say to answer with it, which a phone can do only where texts come from a number and not from a name.
 */
@ConfigurationProperties("agizo.sms")
record StopSettings(@Nullable String stopTo) {}
