/** The doors of the office, and what their templates show. */
@NullMarked
package io.agizo.office.pages;

import org.jspecify.annotations.NullMarked;
