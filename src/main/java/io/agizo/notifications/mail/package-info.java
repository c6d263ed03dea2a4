/** Mail by which people get back in: what waits to be read, and the screen of the demo. */
@NullMarked
@NamedInterface("mail")
package io.agizo.notifications.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
