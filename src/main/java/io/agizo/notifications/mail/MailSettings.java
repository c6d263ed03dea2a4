package io.agizo.notifications.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What mails say of the shop; the mail server that takes them is that of {@code spring.mail}.
 *
 * @param from The address that mails come from, such as {@code duka@example.com} or {@code Duka <duka@example.com>}. It is
 *     needed where {@code spring.mail.host} is set.
 */
@ConfigurationProperties("agizo.mail")
record MailSettings(@Nullable String from) {}
