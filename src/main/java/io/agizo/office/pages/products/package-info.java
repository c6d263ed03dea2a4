/** The pages of products: the list of the shelf, a product with its form, its stock and the ledger of it. */
@NullMarked
package io.agizo.office.pages.products;

import org.jspecify.annotations.NullMarked;
