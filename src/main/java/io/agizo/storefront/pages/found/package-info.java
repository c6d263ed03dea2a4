/** What search engines and other sites are told of the shop. */
@NullMarked
package io.agizo.storefront.pages.found;

import org.jspecify.annotations.NullMarked;
