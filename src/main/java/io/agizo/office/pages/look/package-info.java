/** The page on which the office says what its shop is called, looks like and says of itself. */
@NullMarked
package io.agizo.office.pages.look;

import org.jspecify.annotations.NullMarked;
