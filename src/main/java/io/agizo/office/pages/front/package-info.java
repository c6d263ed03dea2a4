/** The first page of the office: what waits, and how the shop sells. */
@NullMarked
package io.agizo.office.pages.front;

import org.jspecify.annotations.NullMarked;
