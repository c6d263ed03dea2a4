package io.agizo.notifications.mail;

import io.agizo.notifications.Fate;
import io.agizo.shared.CannotStart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Iterator;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands mails to the shop's mail server: encrypted, unless that is this very machine, and waiting for nothing for ever. */
@Component
@ConditionalOnProperty("spring.mail.host")
class MailServer {

    private static final String CONNECT_MILLIS = "5000";
    private static final String ANSWER_MILLIS = "10000";
    /** Reply codes from here on say no for now, and those from the next for good (RFC 5321, 4.2.1). */
    private static final int REFUSED = 400;

    private static final int PERMANENT = 500;
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

    private final JavaMailSenderImpl smtp;
    private final InternetAddress from;

    MailServer(JavaMailSenderImpl smtp, MailSettings settings) {
        this.smtp = smtp;
        this.from = from(settings.from());
        Properties properties = smtp.getJavaMailProperties();
        String protocol = "mail." + Objects.requireNonNullElse(smtp.getProtocol(), JavaMailSenderImpl.DEFAULT_PROTOCOL);
        properties.putIfAbsent(protocol + ".connectiontimeout", CONNECT_MILLIS);
        properties.putIfAbsent(protocol + ".timeout", ANSWER_MILLIS);
        properties.putIfAbsent(protocol + ".writetimeout", ANSWER_MILLIS);
        properties.putIfAbsent(protocol + ".ssl.checkserveridentity", "true");
        if (!isThisMachine(smtp.getHost())) {
            properties.putIfAbsent(protocol + ".starttls.enable", "true");
            properties.putIfAbsent(protocol + ".starttls.required", "true");
        }
    }

    /** One try, without a retry of its own. No reason that it gives names the person. */
    Fate send(Mail mail) {
        MimeMessage letter;
        try {
            letter = letter(mail);
        } catch (MessagingException noAddress) {
            return new Fate.Refused("Nothing can be sent to such an address.");
        }
        try {
            smtp.send(letter);
            return new Fate.Taken(null, null);
        } catch (MailAuthenticationException stranger) {
            return new Fate.Held("The mail server does not accept spring.mail.username and .password.");
        } catch (MailSendException broken) {
            return fateOf(broken);
        }
    }

    /** The id stays the same over all tries, so that a mail box can tell that it has the mail already. */
    private MimeMessage letter(Mail mail) throws MessagingException {
        MimeMessage letter = smtp.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(letter, StandardCharsets.UTF_8.name());
        helper.setFrom(from);
        helper.setTo(new InternetAddress(mail.to(), true));
        helper.setSubject(CONTROLS.matcher(mail.subject()).replaceAll(" "));
        helper.setSentDate(Date.from(mail.at()));
        helper.setText(mail.body());
        String address = from.getAddress();
        letter.setHeader("Message-ID", "<" + mail.id() + address.substring(address.lastIndexOf('@')) + ">");
        letter.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834, 5: nobody's absence note answers it
        return letter;
    }

    /** Spring names the failure of the connection itself as the cause; whatever broke later may have left a mail behind. */
    private static Fate fateOf(MailSendException broken) {
        Iterator<Exception> failures = broken.getFailedMessages().values().iterator();
        if (!failures.hasNext()) {
            return new Fate.Taken(null, null);
        }
        Exception failure = failures.next();
        if (failure == broken.getCause()) {
            return new Fate.NotTaken("The mail server could not be reached: " + failure.getMessage());
        }
        int reply = reply(failure);
        if (reply < REFUSED) {
            return new Fate.Unclear("The mail server broke off; the mail may or may not go out.");
        }
        String reason = "The mail server answered " + reply + ".";
        return reply >= PERMANENT ? new Fate.Refused(reason) : new Fate.NotTaken(reason);
    }

    /** What the server said last; nothing above zero if it fell silent. */
    private static int reply(@Nullable Exception failure) {
        return switch (failure) {
            case SMTPSendFailedException failed -> failed.getReturnCode();
            case SMTPSenderFailedException failed -> failed.getReturnCode();
            case SMTPAddressFailedException failed -> failed.getReturnCode();
            case MessagingException wrapped -> reply(wrapped.getNextException());
            case null, default -> 0;
        };
    }

    private static InternetAddress from(@Nullable String address) {
        try {
            if (address != null) {
                return new InternetAddress(address, true);
            }
        } catch (AddressException wrong) {
            throw new CannotStart(
                    "agizo.mail.from is no address that mails can come from.",
                    "Set it to one, such as duka@example.com.",
                    wrong);
        }
        throw new CannotStart(
                "A mail server is set, but not the address that mails come from.",
                "Set agizo.mail.from, for example to duka@example.com, or take spring.mail.host away.");
    }

    /** Only what is written as such: what a name stands for may change. */
    private static boolean isThisMachine(@Nullable String host) {
        if (host == null || host.equalsIgnoreCase("localhost")) {
            return true;
        }
        try {
            return InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException aName) {
            return false;
        }
    }
}
