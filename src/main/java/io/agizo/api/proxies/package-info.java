/** From whom a request comes that a proxy handed on. */
@NullMarked
package io.agizo.api.proxies;

import org.jspecify.annotations.NullMarked;
