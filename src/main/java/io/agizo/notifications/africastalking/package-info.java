/** Texts by way of Africa's Talking. */
@NullMarked
package io.agizo.notifications.africastalking;

import org.jspecify.annotations.NullMarked;
