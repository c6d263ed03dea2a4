package io.agizo.texting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whom strangers may have texted.
 *
 * @param countries The ISO 3166 codes of the countries whose telephones a stranger may have texted, such as {@code KE,UG}.
 *     Unless set: the shop's country and those that it has a border with.
 */
@ConfigurationProperties("agizo.sms")
record TextingSettings(@Nullable List<String> countries) {}
