/** How controllers learn who is calling. */
@NullMarked
package io.agizo.identity.web;

import org.jspecify.annotations.NullMarked;
