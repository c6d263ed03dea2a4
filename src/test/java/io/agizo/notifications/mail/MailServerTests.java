package io.agizo.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agizo.shared.CannotStart;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server as the shop is told of it. */
class MailServerTests {

    private static final String HOST = "127.0.0.1";

    @Test
    void takesMailsEncryptedOrNotAtAll() {
        JavaMailSenderImpl elsewhere = smtp("mail.example.com", 25);
        new MailServer(elsewhere, new MailSettings("duka@example.com"));

        assertThat(elsewhere.getJavaMailProperties())
                .containsEntry("mail.smtp.starttls.enable", "true")
                .containsEntry("mail.smtp.starttls.required", "true")
                .containsKeys("mail.smtp.connectiontimeout", "mail.smtp.timeout", "mail.smtp.writetimeout");
    }

    @Test
    void needsAnAddressThatMailsComeFrom() {
        assertThatThrownBy(() -> new MailServer(smtp(HOST, 25), new MailSettings(null)))
                .isInstanceOf(CannotStart.class);
        assertThatThrownBy(() -> new MailServer(smtp(HOST, 25), new MailSettings("a@b@c")))
                .isInstanceOf(CannotStart.class);
    }

    private static JavaMailSenderImpl smtp(String host, int port) {
        JavaMailSenderImpl smtp = new JavaMailSenderImpl();
        smtp.setHost(host);
        smtp.setPort(port);
        return smtp;
    }
}
