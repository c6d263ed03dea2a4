/** The pages of the texts to customers. */
@NullMarked
package io.agizo.office.pages.messages;

import org.jspecify.annotations.NullMarked;
