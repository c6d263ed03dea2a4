/** What makes an app of the shop's pages: the manifest, and the worker that shows what was seen before without a line. */
@NullMarked
package io.agizo.storefront.pages.install;

import org.jspecify.annotations.NullMarked;
