/** Mails to people: the queue of mails, the mail server that takes them, and the screen of the demo. */
@NullMarked
@NamedInterface("mail")
package io.agizo.notifications.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
