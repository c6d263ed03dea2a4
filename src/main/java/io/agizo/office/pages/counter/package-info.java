/** The counter: where sales to people who stand before it are rung up, with and without a line. */
@NullMarked
package io.agizo.office.pages.counter;

import org.jspecify.annotations.NullMarked;
