/** One order on a page: what it is, what may be done to it, and what goes on paper. */
@NullMarked
package io.agizo.office.pages.order;

import org.jspecify.annotations.NullMarked;
