/** Texts over HTTP. */
@NullMarked
package io.agizo.notifications.web;

import org.jspecify.annotations.NullMarked;
