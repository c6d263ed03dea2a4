/** The pages of the shop's customers. */
@NullMarked
package io.agizo.office.pages.customers;

import org.jspecify.annotations.NullMarked;
