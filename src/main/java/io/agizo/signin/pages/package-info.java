/** The pages on which people come in, and keep their account and the ways into it. */
@NullMarked
package io.agizo.signin.pages;

import org.jspecify.annotations.NullMarked;
